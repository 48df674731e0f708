import type { OpenRequest } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { placeText } from './place-text.ts';

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
