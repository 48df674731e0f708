import type { PlacedBox } from '../../protocol.ts';
import type { Layout } from '../layout/lay-out-pages.ts';
import type { Model } from '../model/model.ts';
import { shownEdition, shownView } from '../model/selectors.ts';
import type { IndexedBox } from './boxes.ts';
import type { PageView } from './page.ts';

/** Shows the model in the sheets of its edition; boxes only on pages that are near what is seen. */
export function showSheets(
  pages: readonly PageView[],
  {
    model,
    layout,
    near,
    inView,
    reachable,
  }: {
    readonly model: Model;
    readonly layout: Layout;
    readonly near: ReadonlySet<number>;
    readonly inView: ReadonlySet<number>;
    /** The index of the box that Tab led to last. */
    readonly reachable: number;
  },
): void {
  const view = shownView(model);
  const places = view.places?.places;
  const title = shownEdition(model)?.title ?? model.edition ?? '';
  const boxes = places?.boxes ?? [];
  const first = reachableNow(boxes, { reachable, inView, read: view.page });
  const indexed = boxes.flatMap((box, index): readonly IndexedBox[] =>
    near.has(box.page) ? [{ index, box, picked: index === model.picked, reachable: index === first }] : [],
  );
  const ofPage = Map.groupBy(indexed, ({ box }) => box.page);
  pages.forEach((page, index) => {
    const rect = layout.pages[index];
    const paper = view.document?.pages[index];
    if (!rect || !paper) return;
    page.show({
      ...{ rect, paper, places, overlays: model.overlays },
      label: `Page ${index + 1} of ${title}`,
      changed: view.changed.includes(index),
      boxes: ofPage.get(index) ?? [],
      text: view.texts?.pages[index],
      near: near.has(index),
    });
  });
}

/** The box that Tab leads to: the one where somebody was, while it is in view; else the first of the page that is read. */
function reachableNow(
  boxes: readonly PlacedBox[],
  { reachable, inView, read }: { reachable: number; inView: ReadonlySet<number>; read: number },
): number {
  const last = boxes[reachable];
  if (last && inView.has(last.page)) return reachable;
  return boxes.findIndex(({ page }) => page >= read);
}
