import { iconButton } from '../controls.ts';
import { element, find } from '../dom.ts';
import type { Model, PanelTab } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { createLook } from './look.ts';
import { createProblems } from './problems.ts';
import { createTokens } from './tokens.ts';

const headings: Readonly<Record<PanelTab, string>> = { problems: 'Problems', look: 'Look', tokens: 'Tokens' };

/** The panel at the end: what is wrong, how pages are looked at, or the tokens. */
export function createPanel(host: HTMLElement, dispatch: Dispatch): (model: Model) => void {
  const heading = element('h2', {});
  const close = iconButton('Close the panel', 'close', undefined, () => dispatch({ kind: 'panel', panel: undefined }));
  const parts = { problems: createProblems(dispatch), look: createLook(dispatch), tokens: createTokens(dispatch) };
  // Reached by Tab, so that it can be scrolled by keys where nothing in it takes the focus.
  const body = element('div', { class: 'panel-body', tabindex: 0, role: 'group' });
  body.append(...Object.values(parts).map((part) => part.element));
  host.append(element('div', { class: 'panel-head' }, heading, close), body);
  let shown: PanelTab | undefined;
  return (model) => {
    const hadFocus = host.contains(document.activeElement);
    host.hidden = model.panel === undefined;
    if (!model.panel && shown && hadFocus) find(`.panel-button[data-panel=${shown}]`).focus();
    shown = model.panel;
    if (!model.panel) return;
    heading.textContent = headings[model.panel];
    host.setAttribute('aria-label', headings[model.panel]);
    body.setAttribute('aria-label', headings[model.panel]);
    for (const [name, part] of Object.entries(parts)) part.element.hidden = name !== model.panel;
    parts[model.panel].show(model);
  };
}
