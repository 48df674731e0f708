import type { OpenRequest } from '../protocol.ts';
import { drawing, element } from './dom.ts';
import type { Dispatch } from './model/store.ts';
import { placeText } from './model/wording.ts';

/** A button with a picture; its name is read out, and shown with its key when it is pointed at. */
export function iconButton(
  name: string,
  picture: IconName,
  key: string | undefined,
  press: () => void,
): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': name, title: key === undefined ? name : `${name} (${key})` },
    icon(picture),
  );
  button.addEventListener('click', press);
  return button;
}

/** A button that says what it does. */
export function textButton(text: string, press: () => void, kind: 'plain' | 'main' = 'plain'): HTMLButtonElement {
  const button = element('button', { type: 'button', class: `text-button ${kind}` }, text);
  button.addEventListener('click', press);
  return button;
}

/** Paths on a square of 16, drawn as lines. */
const paths = {
  side: 'M2.5 3.5h11v9h-11zM6.5 3.5v9',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  in: 'M8 3.5v9M3.5 8h9',
  out: 'M3.5 8h9',
  single: 'M5 2.5h6v11H5z',
  spread: 'M2 3.5h6v9H2zM8 3.5h6v9H8z',
  grid: 'M2.5 2.5h4v4.6h-4zM9.5 2.5h4v4.6h-4zM2.5 9h4v4.6h-4zM9.5 9h4v4.6h-4z',
  problems: 'M8 2.6 14 13.2H2zM8 6.6v3.2M8 11.4v.3',
  look: 'M2 8s2.2-4.2 6-4.2S14 8 14 8s-2.2 4.2-6 4.2S2 8 2 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  tokens: 'M8 2.2c2.6 3 4 4.9 4 6.9a4 4 0 0 1-8 0c0-2 1.4-3.9 4-6.9z',
  keys: 'M1.8 4.5h12.4v7H1.8zM4.3 7h.2M6.7 7h.2M9.1 7h.2M11.5 7h.2M5 9.4h6',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  editor: 'M9.5 2.5h4v4M13.3 2.7 7.5 8.5M11.5 9v4.5h-9v-9H7',
  waiting: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  working: 'M8 3a5 5 0 0 1 5 5',
  ready: 'M3.5 8.4 6.7 11.5 12.5 4.8',
  broken: 'M8 2.2 13.8 8 8 13.8 2.2 8zM8 5.4v3.2M8 10.4v.2',
  release: 'M3.5 13.5v-11M3.5 3h9l-2.2 2.8 2.2 2.8h-9',
  warning: 'M8 2.6 14 13.2H2zM8 6.6v3.2M8 11.4v.3',
  error: 'M8 2.2 13.8 8 8 13.8 2.2 8zM8 5.4v3.2M8 10.4v.2',
} as const;

type IconName = keyof typeof paths;

/** A picture of a word that stands beside it, or in the name of its button. */
export function icon(name: IconName): SVGElement {
  const path = drawing('path', { d: paths[name] });
  return drawing('svg', { class: `icon icon-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, path);
}

/** Copies the place of the moment, to be pasted where files are opened. */
export function copyButton(placeNow: () => string, dispatch: Dispatch): HTMLButtonElement {
  return textButton('Copy', () => {
    const place = placeNow();
    navigator.clipboard.writeText(place).then(
      () => dispatch({ kind: 'say', announcement: `Copied ${place}.` }),
      () => dispatch({ kind: 'say', announcement: 'The browser did not let the place be copied: select it.' }),
    );
  });
}

/** A place that opens in the editor. */
export function placeLink(place: OpenRequest, open: (place: OpenRequest) => void): HTMLButtonElement {
  const { file, line, column } = place;
  const text = placeText(place);
  const at = text.lastIndexOf('/') + 1;
  // The end says most, and a long folder may break.
  const button = element(
    'button',
    { type: 'button', class: 'place', title: 'Open in the editor' },
    element('code', {}, element('span', { class: 'folder' }, text.slice(0, at)), text.slice(at)),
  );
  button.addEventListener('click', () => open({ file, line, column }));
  return button;
}

/** Tabs as WAI-ARIA has them: arrows change the tab, Tab leads into its panel. */
interface Tabs<N extends string> {
  readonly element: HTMLElement;
  readonly panels: Readonly<Record<N, HTMLElement>>;
  readonly show: (chosen: N) => void;
}

/** @param id begins the ids of all tabs and panels */
export function createTabs<N extends string>(
  id: string,
  names: readonly { readonly name: N; readonly words: string }[],
  choose: (name: N) => void,
): Tabs<N> {
  const tabs = names.map(({ name, words }) => {
    const attributes = { type: 'button', role: 'tab', id: `${id}-tab-${name}`, 'aria-controls': `${id}-${name}` };
    const tab = element('button', attributes, words);
    tab.addEventListener('click', () => choose(name));
    return { name, tab };
  });
  const bar = element('div', { class: 'tabs', role: 'tablist' }, ...tabs.map(({ tab }) => tab));
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex(({ tab }) => tab === event.target);
    if (step === undefined || at === -1) return;
    event.preventDefault();
    event.stopPropagation();
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next.name);
    next.tab.focus();
  });
  const panels = {} as Record<N, HTMLElement>;
  for (const { name } of names) {
    const attributes = { id: `${id}-${name}`, role: 'tabpanel', 'aria-labelledby': `${id}-tab-${name}` };
    panels[name] = element('div', { class: 'tab-panel', ...attributes });
  }
  return {
    element: bar,
    panels,
    show(chosen) {
      for (const { name, tab } of tabs) {
        tab.setAttribute('aria-selected', String(name === chosen));
        tab.tabIndex = name === chosen ? 0 : -1;
        panels[name].hidden = name !== chosen;
      }
    },
  };
}
