import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { shownView } from '../model/selectors.ts';
import type { DrawingWorker } from './drawing-worker.ts';
import type { Task } from './scheduler.ts';
import { urgencies } from './urgencies.ts';

/** Takes the fingerprint of every page of the shown document, so that the next version can be told from it. */
export function createFingerprints({
  model,
  dispatch,
  worker,
}: {
  readonly model: () => Model;
  readonly dispatch: Dispatch;
  readonly worker: DrawingWorker;
}): () => Task | undefined {
  let of: number | undefined;
  let prints: number[] = [];
  return () => {
    const { edition } = model();
    const { document, fingerprints } = shownView(model());
    if (edition === undefined || !document || fingerprints?.version === document.version) return undefined;
    if (of !== document.id) {
      of = document.id;
      prints = [];
    }
    const page = prints.length;
    return {
      urgency: urgencies.fingerprints,
      async run() {
        // A page that cannot be looked at is never the same as another.
        const print = await worker.fingerprint(document.id, page).catch(() => Number.NaN);
        if (of !== document.id) return;
        prints.push(print);
        if (prints.length < document.pages.length) return;
        dispatch({ kind: 'printed', edition, version: document.version, prints });
      },
    };
  };
}
