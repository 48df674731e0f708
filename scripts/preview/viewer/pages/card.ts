import type { PlacedBox } from '../../protocol.ts';
import { copyButton, placeLink, textButton } from '../controls.ts';
import { element, watched } from '../dom.ts';
import { type Model, pickedBox } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { kindWords, placeText } from '../model/wording.ts';

/** Room between a box and its card, and between the card and the window, in CSS pixels. */
const room = 8;

/** The card of the box that was picked: what it is, where it comes from, and the way there. */
export function createCard(stage: HTMLElement, dispatch: Dispatch): (model: Model) => void {
  const kind = element('p', { class: 'kind', id: 'card-kind' });
  const label = element('p', { class: 'label' });
  const place = element('code', { class: 'place-text' });
  const placed = element('p', { class: 'placed', hidden: true });
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  const open = textButton('Open in editor', () => box && dispatch({ kind: 'open', place: box }), 'main');
  open.autofocus = true;
  const copy = copyButton(() => place.textContent, dispatch);
  const actions = element('p', { class: 'actions' }, open, copy);
  const card = element(
    'div',
    { class: 'card', popover: 'auto', role: 'dialog', 'aria-labelledby': 'card-kind' },
    kind,
    label,
    place,
    placed,
    fault,
    actions,
  );
  stage.append(card);
  let box: PlacedBox | undefined;
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

  // Each part by itself: what has the focus is not made anew when a new version gives the box another place.
  const fillPlaced = watched((...[file, line, column]: [file?: string, line?: number, column?: number]) => {
    placed.hidden = file === undefined;
    if (file === undefined || line === undefined || column === undefined) return;
    const link = placeLink({ file, line, column }, (from) => dispatch({ kind: 'open', place: from }));
    placed.replaceChildren('Placed by ', link);
  });
  const fill = (of: PlacedBox) => {
    kind.textContent = kindWords[of.kind];
    label.textContent = of.label;
    place.textContent = placeText(of);
    fillPlaced(of.placed?.file, of.placed?.line, of.placed?.column);
  };
  return (model) => {
    box = pickedBox(model);
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
