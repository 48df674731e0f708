import type { PlacedBox } from '../../protocol.ts';
import { element, setAttributes } from '../dom/element.ts';
import { list } from '../dom/list.ts';
import { watched } from '../dom/watched.ts';
import type { Size } from '../model/model.ts';
import { kindWords } from './kind-words.ts';
import { placeText } from './place-text.ts';

/** A box with its index among all of its edition, which names it in the model. */
export interface IndexedBox {
  readonly index: number;
  readonly box: PlacedBox;
  readonly picked: boolean;
  /** Of all boxes, one is reached by Tab; arrows lead to the others. */
  readonly reachable: boolean;
}

/** The boxes of a page, each a button over what it names. */
export function createBoxes(): {
  readonly element: HTMLElement;
  readonly show: (boxes: readonly IndexedBox[], paper: Size) => void;
} {
  const layer = element('div', { class: 'boxes' });
  let paper: Size = { width: 1, height: 1 };
  const showAll = list<IndexedBox>(
    layer,
    ({ index }) => String(index),
    () => {
      const button = element('button', { type: 'button', class: 'box', 'aria-haspopup': 'dialog' });
      const place = watched((box: PlacedBox, { width, height }: Size) => {
        setAttributes(button, {
          'data-kind': box.kind,
          // Its words are heard from the page itself: here they are no name, and told only of the box that has the focus.
          'aria-label': `${kindWords[box.kind]}, ${placeText(box)}`,
          'aria-description': box.label,
        });
        Object.assign(button.style, {
          left: `${(box.x / width) * 100}%`,
          top: `${(box.y / height) * 100}%`,
          width: `${(box.width / width) * 100}%`,
          height: `${(box.height / height) * 100}%`,
          // A box within another lies over it.
          zIndex: String(Math.max(1, 1_000 - Math.round((box.width * box.height) / 500))),
        });
      });
      return {
        element: button,
        show({ index, box, picked, reachable }) {
          button.dataset.index = String(index);
          button.tabIndex = reachable ? 0 : -1;
          button.setAttribute('aria-expanded', String(picked));
          place(box, paper);
        },
      };
    },
  );
  return {
    element: layer,
    show(boxes, size) {
      paper = size;
      showAll(boxes);
    },
  };
}
