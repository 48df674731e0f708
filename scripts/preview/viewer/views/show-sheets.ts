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
    reachable,
  }: {
    readonly model: Model;
    readonly layout: Layout;
    readonly near: ReadonlySet<number>;
    /** The index of the box that Tab leads to. */
    readonly reachable: number;
  },
): void {
  const view = shownView(model);
  const places = view.places?.places;
  const title = shownEdition(model)?.title ?? model.edition ?? '';
  const boxes = places?.boxes ?? [];
  const first = boxes[reachable] ? reachable : 0;
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
    });
  });
}
