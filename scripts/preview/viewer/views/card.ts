import type { PlacedBox } from '../../protocol.ts';
import { textButton } from '../dom/button.ts';
import { element } from '../dom/element.ts';
import { watched } from '../dom/watched.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { pickedBox } from '../model/selectors.ts';
import { copyButton } from './copy-button.ts';
import { kindWords } from './kind-words.ts';
import { placeLink } from './place-link.ts';
import { placeText } from './place-text.ts';

/** Room between a box and its card, and between the card and the window, in CSS pixels. */
const room = 8;

/** The card of the box that was picked: what it is, where it comes from, and the way there. */
export function createCard(stage: HTMLElement, dispatch: Dispatch): (model: Model) => void {
  const kind = element('p', { class: 'kind', id: 'card-kind' });
  const label = element('p', { class: 'label' });
  const place = element('code', { class: 'place-text' });
  const placed = element('p', { class: 'placed', hidden: true });
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  const actions = element('p', { class: 'actions' });
  const card = element(
    'div',
    { class: 'card', popover: 'auto', role: 'dialog', 'aria-labelledby': 'card-kind' },
    ...[kind, label, place, placed, fault, actions],
  );
  stage.append(card);
  let picked: number | undefined;
  let closing = false;
  card.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState === 'open' || picked === undefined) return;
    // Closing it within its own closing would lose the focus, which goes back to the box.
    closing = true;
    dispatch({ kind: 'pick', box: undefined });
    closing = false;
  });
  stage.addEventListener('scroll', () => put(card, stage, picked), { capture: true });

  const fill = watched((box: PlacedBox) => {
    kind.textContent = kindWords[box.kind];
    label.textContent = box.label;
    place.textContent = placeText(box);
    placed.hidden = box.placed === undefined;
    if (box.placed) {
      placed.replaceChildren(
        'Placed by ',
        placeLink(box.placed, (from) => dispatch({ kind: 'open', place: from })),
      );
    }
    const open = textButton('Open in editor', () => dispatch({ kind: 'open', place: box }), 'main');
    open.autofocus = true;
    actions.replaceChildren(open, copyButton(placeText(box), dispatch));
  });
  return (model) => {
    const box = pickedBox(model);
    picked = box ? model.picked : undefined;
    if (!box) {
      if (!closing && card.matches(':popover-open')) card.hidePopover();
      return;
    }
    fill(box);
    fault.hidden = model.openFault === undefined;
    fault.textContent = model.openFault ? model.openFault.message : '';
    if (!card.matches(':popover-open')) card.showPopover();
    put(card, stage, picked);
  };
}

/** Puts the card under its box, or above it where there is more room; over it when it fills the stage. */
function put(card: HTMLElement, stage: HTMLElement, picked: number | undefined): void {
  const target = picked === undefined ? undefined : document.querySelector(`.box[data-index="${picked}"]`);
  if (!target) return;
  const box = target.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const bounds = stage.getBoundingClientRect();
  const below = box.bottom + room;
  const above = box.top - room - height;
  const top = below + height + room <= bounds.bottom || above < bounds.top + room ? below : above;
  const within = (value: number, length: number, least: number, most: number) =>
    Math.max(least + room, Math.min(value, most - length - room));
  card.style.left = `${within(box.left, width, bounds.left, bounds.right)}px`;
  card.style.top = `${within(top, height, bounds.top, bounds.bottom)}px`;
}
