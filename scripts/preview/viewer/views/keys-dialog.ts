import { iconButton } from '../dom/button.ts';
import { element } from '../dom/element.ts';
import { watched } from '../dom/watched.ts';
import { shortcuts } from '../keys/shortcuts.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';

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
