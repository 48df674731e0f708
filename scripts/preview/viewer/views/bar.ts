import { icon, iconButton } from '../controls.ts';
import { element, type View, watched } from '../dom.ts';
import type { Arrangement } from '../model/layout.ts';
import { type Model, type PanelTab, shownEdition, shownView } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { countProblems, describeCounts } from '../model/wording.ts';
import { createZoomControl } from './zoom.ts';

const arrangementWords: Readonly<Record<Arrangement, string>> = {
  single: 'One page after the other',
  spread: 'Spreads',
  grid: 'Grid',
};
const panelWords: Readonly<Record<PanelTab, { readonly name: string; readonly key: string }>> = {
  problems: { name: 'Problems', key: 'D' },
  look: { name: 'Look', key: 'L' },
  tokens: { name: 'Tokens', key: 'T' },
};

/** The bar at the top: which edition, which page, how large, how arranged, and the panels. */
export function createBar(host: HTMLElement, dispatch: Dispatch, latest: () => Model): (model: Model) => void {
  const side = iconButton('Editions and pages', 'side', 'S', () =>
    dispatch({ kind: 'side', side: latest().side ? undefined : 'pages' }),
  );
  const heading = element('h1', {});
  const pageEntry = createPageEntry(dispatch, latest);
  const zoom = createZoomControl(dispatch, latest);
  const arrangement = createArrangements(dispatch);
  const panels = createPanelButtons(dispatch, latest);
  const help = iconButton('Keyboard shortcuts', 'keys', '?', () => dispatch({ kind: 'help', help: 'open' }));
  host.append(
    element('div', { class: 'bar-start' }, side, heading),
    pageEntry.element,
    element('div', { class: 'bar-view' }, zoom.element, arrangement.element),
    element('div', { class: 'bar-end' }, panels.element, help),
  );
  return (model) => {
    side.setAttribute('aria-expanded', String(model.side !== undefined));
    const title = shownEdition(model)?.title ?? 'Preview';
    if (heading.textContent !== title) heading.textContent = title;
    document.title = title === 'Preview' ? title : `${title} · Preview`;
    pageEntry.show(model);
    zoom.show(model);
    arrangement.show(model);
    panels.show(model);
  };
}

function createArrangements(dispatch: Dispatch): View<Model> {
  const buttons = (Object.keys(arrangementWords) as Arrangement[]).map((name) => ({
    name,
    button: iconButton(arrangementWords[name], name, 'A', () => dispatch({ kind: 'arrangement', arrangement: name })),
  }));
  const group = element('div', { class: 'segments', role: 'group', 'aria-label': 'Arrangement' });
  group.append(...buttons.map(({ button }) => button));
  return {
    element: group,
    show: ({ arrangement }) => {
      for (const { name, button } of buttons) button.setAttribute('aria-pressed', String(name === arrangement));
    },
  };
}

function createPanelButtons(dispatch: Dispatch, latest: () => Model): View<Model> {
  const buttons = (Object.keys(panelWords) as PanelTab[]).map((name) => {
    const { name: words, key } = panelWords[name];
    const count = element('span', { class: 'count', hidden: true, 'aria-hidden': 'true' });
    const counted = element('span', { class: 'unseen' });
    const button = element(
      'button',
      { type: 'button', class: 'panel-button', 'data-panel': name, title: `${words} (${key})` },
      icon(name),
      element('span', { class: 'words' }, words),
      count,
      counted,
    );
    button.addEventListener('click', () =>
      dispatch({ kind: 'panel', panel: latest().panel === name ? undefined : name }),
    );
    return { name, button, count, counted };
  });
  const showCount = watched((errors: number, forRelease: number, warnings: number) => {
    const problems = buttons.find(({ name }) => name === 'problems');
    if (!problems) return;
    const others = forRelease + warnings;
    problems.count.hidden = errors + others === 0;
    problems.count.textContent = String(errors > 0 ? errors : others);
    problems.count.dataset.severity = errors > 0 ? 'error' : 'warning';
    problems.counted.textContent = `: ${describeCounts({ errors, forRelease, warnings })}`;
  });
  const group = element('div', { class: 'panel-buttons', role: 'group', 'aria-label': 'Panels' });
  group.append(...buttons.map(({ button }) => button));
  return {
    element: group,
    show: (model) => {
      for (const { name, button } of buttons) button.setAttribute('aria-expanded', String(name === model.panel));
      const { errors, forRelease, warnings } = countProblems([
        ...(shownEdition(model)?.diagnostics ?? []),
        ...(model.state?.shared ?? []),
      ]);
      showCount(errors, forRelease, warnings);
    },
  };
}

/** The number of the page that is read, which can be typed over, between the ways to its neighbours. */
function createPageEntry(dispatch: Dispatch, latest: () => Model): View<Model> {
  const step = (by: number) => () => dispatch({ kind: 'go', page: clamp(shownView(latest()).page + by, latest()) });
  const input = element('input', {
    type: 'text',
    id: 'page-number',
    inputmode: 'numeric',
    autocomplete: 'off',
    size: 3,
    'aria-label': 'Page',
    title: 'Page (G)',
  });
  const of = element('span', { class: 'of' });
  const before = iconButton('Previous page', 'previous', 'K', step(-1));
  const after = iconButton('Next page', 'next', 'J', step(1));
  const reset = () => {
    input.value = String(shownView(latest()).page + 1);
  };
  const go = () => {
    const page = Number(input.value);
    if (Number.isInteger(page) && page > 0) dispatch({ kind: 'go', page: clamp(page - 1, latest()) });
    reset();
  };
  input.addEventListener('focus', () => input.select());
  input.addEventListener('blur', reset);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') {
      go();
      input.select();
    } else if (key === 'Escape') {
      reset();
      input.blur();
    }
  });
  return {
    element: element('div', { class: 'page-entry', role: 'group', 'aria-label': 'Page' }, before, input, of, after),
    show(model) {
      const { page, document: opened } = shownView(model);
      const count = opened?.pages.length ?? 0;
      if (document.activeElement !== input || input.value === '') input.value = String(page + 1);
      of.textContent = `of ${count || '–'}`;
      input.disabled = count === 0;
      before.disabled = page <= 0;
      after.disabled = page >= count - 1;
    },
  };
}

function clamp(page: number, model: Model): number {
  return Math.min(Math.max(0, page), Math.max(0, (shownView(model).document?.pages.length ?? 1) - 1));
}
