import { iconButton } from '../controls.ts';
import { element, find, watched } from '../dom.ts';
import { arrangements } from '../model/layout.ts';
import { type Model, type PanelTab, ratioOf, type SideTab, shownView } from '../model/model.ts';
import type { Action, Dispatch } from '../model/store.ts';
import { visions } from '../model/vision.ts';
import { stepZoom } from './zoom.ts';

/** What a key does: an action, or a control of the page that gets the focus. */
type KeyEffect = Action | { readonly kind: 'focus'; readonly selector: string } | undefined;

interface Shortcut {
  /** As `KeyboardEvent.key` has it; letters in lower case. */
  readonly keys: readonly string[];
  /** As the keys are written on a keyboard. */
  readonly shown: string;
  readonly does: string;
  readonly effect: (model: Model) => KeyEffect;
}

const toPage = (page: (model: Model) => number) => (model: Model) => ({ kind: 'go', page: page(model) }) as const;
const lastPage = (model: Model) => Math.max(0, (shownView(model).document?.pages.length ?? 1) - 1);
const toEdition = (step: number) => (model: Model) => {
  const names = model.state?.editions.map(({ name }) => name) ?? [];
  const name = names[(names.indexOf(model.edition ?? '') + step + names.length) % names.length];
  return name === undefined ? undefined : ({ kind: 'edition', edition: name } as const);
};
const toPanel = (panel: PanelTab) => (model: Model) =>
  ({ kind: 'panel', panel: model.panel === panel ? undefined : panel }) as const;
const toSide = (side: SideTab) => (model: Model) =>
  ({ kind: 'side', side: model.side === side ? undefined : side }) as const;
const after = <T>(all: readonly T[], one: T) => all[(all.indexOf(one) + 1) % all.length];

/** Every shortcut, in groups; the dialog of the page lists them. */
const shortcuts: readonly { readonly group: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    group: 'Pages',
    shortcuts: [
      {
        keys: ['j', 'n'],
        shown: 'J',
        does: 'Next page',
        effect: toPage((m) => Math.min(shownView(m).page + 1, lastPage(m))),
      },
      {
        keys: ['k', 'p'],
        shown: 'K',
        does: 'Previous page',
        effect: toPage((m) => Math.max(0, shownView(m).page - 1)),
      },
      { keys: ['Home'], shown: 'Home', does: 'First page', effect: toPage(() => 0) },
      { keys: ['End'], shown: 'End', does: 'Last page', effect: toPage(lastPage) },
      {
        keys: ['g'],
        shown: 'G',
        does: 'Go to a page by its number',
        effect: () => ({ kind: 'focus', selector: '#page-number' }),
      },
      { keys: [']'], shown: ']', does: 'Next edition', effect: toEdition(1) },
      { keys: ['['], shown: '[', does: 'Previous edition', effect: toEdition(-1) },
    ],
  },
  {
    group: 'Zoom and arrangement',
    shortcuts: [
      {
        keys: ['+', '='],
        shown: '+',
        does: 'Larger',
        effect: (m) => ({ kind: 'zoom', zoom: stepZoom(ratioOf(m), 'in') }),
      },
      {
        keys: ['-'],
        shown: '−',
        does: 'Smaller',
        effect: (m) => ({ kind: 'zoom', zoom: stepZoom(ratioOf(m), 'out') }),
      },
      { keys: ['0'], shown: '0', does: 'As wide as the window', effect: () => ({ kind: 'zoom', zoom: 'width' }) },
      { keys: ['9'], shown: '9', does: 'The whole page', effect: () => ({ kind: 'zoom', zoom: 'page' }) },
      { keys: ['1'], shown: '1', does: '100%, as large as on paper', effect: () => ({ kind: 'zoom', zoom: 1 }) },
      {
        keys: ['a'],
        shown: 'A',
        does: 'One page, spreads, grid',
        effect: ({ arrangement }) => ({
          kind: 'arrangement',
          arrangement: after(arrangements, arrangement) ?? 'single',
        }),
      },
    ],
  },
  {
    group: 'Side and panels',
    shortcuts: [
      { keys: ['s'], shown: 'S', does: 'Editions and pages', effect: toSide('pages') },
      { keys: ['o'], shown: 'O', does: 'Outline', effect: toSide('outline') },
      { keys: ['d'], shown: 'D', does: 'Problems', effect: toPanel('problems') },
      { keys: ['l'], shown: 'L', does: 'Look', effect: toPanel('look') },
      { keys: ['t'], shown: 'T', does: 'Tokens', effect: toPanel('tokens') },
      {
        keys: ['Escape'],
        shown: 'Esc',
        does: 'Close the panel',
        // An open card closes first, by the browser itself.
        effect: ({ panel, picked }) =>
          panel && picked === undefined ? { kind: 'panel', panel: undefined } : undefined,
      },
    ],
  },
  {
    group: 'Look',
    shortcuts: [
      { keys: ['b'], shown: 'B', does: 'Baseline grid', effect: () => ({ kind: 'overlay', overlay: 'baseline' }) },
      { keys: ['x'], shown: 'X', does: 'Boxes', effect: () => ({ kind: 'overlay', overlay: 'boxes' }) },
      { keys: ['m'], shown: 'M', does: 'Margins', effect: () => ({ kind: 'overlay', overlay: 'margins' }) },
      {
        keys: ['v'],
        shown: 'V',
        does: 'Next way of seeing: grey, colour blind',
        effect: ({ vision }) => ({ kind: 'vision', vision: after(visions, vision) ?? 'colour' }),
      },
    ],
  },
  {
    group: 'Sources',
    shortcuts: [
      {
        keys: ['e'],
        shown: 'E',
        does: 'To the boxes of the page: arrows lead on, Enter shows the source',
        effect: () => ({ kind: 'focus', selector: '.box[tabindex="0"]' }),
      },
      { keys: ['?'], shown: '?', does: 'These shortcuts', effect: () => ({ kind: 'help', help: 'open' }) },
    ],
  },
];

/** Keys of the browser's own that scroll. */
const scrolls = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', ' ']);
const all = shortcuts.flatMap((group) => group.shortcuts);

/** Does what the shortcuts say, except where somebody types or a dialog is open. */
export function followKeys(dispatch: Dispatch, latest: () => Model): void {
  addEventListener('keydown', (event) => {
    const model = latest();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // Asked of the page itself: the model learns of a dialog’s end a moment later, and a key in between would be lost.
    if (document.querySelector('dialog[open]') || isTyping(event.target)) return;
    // Speech input types letters: they can be switched off (WCAG 2.1.4).
    if (model.keys === 'off' && event.key.length === 1 && event.key !== '?') return;
    // Without a focus, keys that scroll would scroll the frame, which does not.
    if (scrolls.has(event.key) && event.target === document.body) find('.scroller').focus();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const effect = all.find(({ keys }) => keys.includes(key))?.effect(model);
    if (!effect) return;
    event.preventDefault();
    if (effect.kind === 'focus') document.querySelector<HTMLElement>(effect.selector)?.focus();
    else dispatch(effect);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input[type=text], select, textarea, [contenteditable]');
}

/** The dialog that lists the shortcuts, and switches them off for those whom single keys disturb. */
export function createKeysDialog(host: HTMLElement, dispatch: Dispatch): (model: Model) => void {
  const single = element('input', { type: 'checkbox' });
  single.addEventListener('change', () => dispatch({ kind: 'keys', keys: single.checked ? 'on' : 'off' }));
  const close = iconButton('Close', 'close', undefined, () => dispatch({ kind: 'help', help: 'closed' }));
  close.autofocus = true;
  const dialog = element(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys-head', closedby: 'any' },
    element('div', { class: 'panel-head' }, element('h2', { id: 'keys-head' }, 'Keyboard shortcuts'), close),
    element(
      'div',
      { class: 'key-groups', tabindex: 0, role: 'group', 'aria-label': 'Keyboard shortcuts' },
      ...shortcuts.map(({ group, shortcuts: own }) =>
        element(
          'section',
          {},
          element('h3', { class: 'small-head' }, group),
          element(
            'dl',
            {},
            ...own.map(({ shown, does }) =>
              element('div', {}, element('dt', {}, element('kbd', {}, shown)), element('dd', {}, does)),
            ),
          ),
        ),
      ),
    ),
    element(
      'div',
      { class: 'key-foot' },
      element('p', {}, 'Ctrl or Cmd and the wheel zoom around the pointer.'),
      element('label', { class: 'choice' }, single, element('span', { class: 'name' }, 'Single letters are shortcuts')),
    ),
  );
  host.append(dialog);
  dialog.addEventListener('close', () => dispatch({ kind: 'help', help: 'closed' }));
  // Only when it changes: somebody may have closed the dialog, and the model not know it yet.
  const toggle = watched((help: Model['help']) => {
    if (help === 'open' && !dialog.open) dialog.showModal();
    if (help === 'closed' && dialog.open) dialog.close();
  });
  return ({ help, keys }) => {
    single.checked = keys === 'on';
    toggle(help);
  };
}
