import type { DrawingWorker } from '../drawing/drawing-worker.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { shownEdition, shownView, viewOf } from '../model/selectors.ts';

/** Opens each new version of the edition that is shown; the one before stays open until then. */
export function followDocuments(
  dispatch: Dispatch,
  worker: DrawingWorker,
  latest: () => Model,
): (model: Model) => void {
  /** What was asked for under which state: after a refusal, the next state is a reason to ask again. */
  const asked = new Map<string, Model['state']>();
  const opening = new Set<string>();
  return (model) => {
    const edition = shownEdition(model);
    const version = edition?.shown?.version;
    if (!edition || version === undefined || shownView(model).document?.version === version) return;
    const address = new URL(`pdf/${encodeURIComponent(edition.name)}/${version}`, document.baseURI).href;
    if (opening.has(address) || asked.get(address) === model.state) return;
    asked.set(address, model.state);
    opening.add(address);
    void open(edition.name, version, address);
  };

  async function open(edition: string, version: number, address: string): Promise<void> {
    try {
      const { document: id, pages } = await worker.open(address);
      const before = viewOf(latest().views, edition).document;
      // Of two that were asked for, the older may come last.
      if (before && before.version > version) return worker.close(id);
      dispatch({ kind: 'opened', edition, document: { id, version, pages } });
      if (before) worker.close(before.id);
    } catch (error) {
      // A newer version has taken its place: the next state names it. Or the server is gone: it is asked for again.
      console.warn(error);
    } finally {
      opening.delete(address);
    }
  }
}
