import type { PreviewToken, PreviewTokens } from '../../protocol.ts';
import { element, type View, watched } from '../dom.ts';
import type { Model } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';

/** Points that a bar has room for. */
const sampleWidth = 42;

/** The tokens, each as what it is (a colour, a length, a face) and a button that leads to its line. */
export function createTokens(dispatch: Dispatch): View<Model> {
  const host = element('div', { class: 'tokens' });
  const showAll = watched((tokens: PreviewTokens | undefined) => {
    const focused = host.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const groups = tokens?.groups ?? [];
    host.replaceChildren(
      ...(groups.length === 0 ? [element('p', { class: 'none' }, 'No tokens could be read yet.')] : []),
      ...groups.map(({ name, tokens: own }) =>
        element(
          'section',
          { class: 'group', 'aria-label': words(name) },
          element('h3', {}, words(name)),
          element('ul', {}, ...own.map((token) => element('li', {}, tokenButton(name, token, scaleOf(own), dispatch)))),
        ),
      ),
    );
    if (focused) document.getElementById(focused)?.focus();
  });
  return { element: host, show: ({ tokens }) => showAll(tokens) };
}

function tokenButton(group: string, token: PreviewToken, scale: number, dispatch: Dispatch): HTMLElement {
  const { name, value, file, line } = token;
  const button = element(
    'button',
    { type: 'button', class: 'token', id: `token ${group} ${name}`, 'data-kind': token.kind, title: `${file}:${line}` },
    group === 'sizes' ? typeSample(token) : sample(token, scale),
    element('span', { class: 'name' }, words(name)),
    element('code', {}, value),
  );
  button.addEventListener('click', () => dispatch({ kind: 'open', place: { file, line, column: 1 } }));
  return button;
}

function sample({ kind, css }: PreviewToken, scale: number): HTMLElement {
  const shown = element('span', { class: `sample sample-${kind}`, 'aria-hidden': 'true' });
  if (css === undefined) return shown;
  if (kind === 'colour') shown.style.backgroundColor = css;
  if (kind === 'length') {
    const bar = element('span', {});
    bar.style.inlineSize = `calc(${css} * ${scale})`;
    shown.append(bar);
  }
  if (kind === 'font' && isLoaded(css)) {
    shown.textContent = 'Aag';
    shown.style.fontFamily = css;
  }
  return shown;
}

/** A size of type, as large as it prints at 100 %. */
function typeSample({ css }: PreviewToken): HTMLElement {
  const shown = element('span', { class: 'sample sample-size', 'aria-hidden': 'true' }, 'Ag');
  if (css !== undefined) shown.style.fontSize = css;
  return shown;
}

/** What lengths are multiplied with, so that the longest of a group has room; they keep their proportions. */
function scaleOf(tokens: readonly PreviewToken[]): number {
  const longest = Math.max(1, ...tokens.map(({ kind, css = '' }) => (kind === 'length' ? Number.parseFloat(css) : 0)));
  return Math.min(1, sampleWidth / longest);
}

/** Whether the page has the face: another in its place would be a wrong sample. */
function isLoaded(family: string): boolean {
  const name = (text: string) => text.replaceAll(/["']/g, '');
  return [...document.fonts].some((face) => name(family).startsWith(name(face.family)));
}

/** `margin_top` as words. */
function words(name: string): string {
  const spaced = name.replaceAll(/[_-]/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
