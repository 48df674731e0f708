import { element } from '../dom/element.ts';

/** Tabs as WAI-ARIA has them: arrows change the tab, Tab leads into its panel. */
export interface Tabs<N extends string> {
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
