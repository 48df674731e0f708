import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import type { PageText } from '../model/page-text.ts';
import { shownEdition, shownView } from '../model/selectors.ts';
import type { DrawingWorker } from './drawing-worker.ts';
import type { Task } from './scheduler.ts';
import { urgencies } from './urgencies.ts';

/** A finished PDF whose pages are read. */
interface Reading {
  readonly address: string;
  /** The worker's number for the PDF of the same version that is drawn. */
  readonly drawn: number;
  /** The worker's number for this one; undefined until it is open. */
  document?: number;
  /** Pages that were not read yet, from 0. */
  readonly left: Set<number>;
}

/**
 * Reads the words of all pages of the shown edition, from the page that is read outwards. Only the finished PDF has the
 * tags that tell them, so it is opened beside the one that is drawn, and closed when all is read.
 */
export function createTexts({
  model,
  dispatch,
  worker,
}: {
  readonly model: () => Model;
  readonly dispatch: Dispatch;
  readonly worker: DrawingWorker;
}): () => Task | undefined {
  let reading: Reading | undefined;
  /** Drawn documents that were read, or under which state that failed: the next state is a reason to try again. */
  const done = new Map<number, 'read' | Model['state']>();

  function leave(): void {
    if (reading?.document !== undefined) worker.close(reading.document);
    reading = undefined;
  }

  async function open(current: Reading): Promise<void> {
    try {
      current.document = (await worker.open(current.address)).document;
    } catch (error) {
      // A newer version has taken its place, or the server is gone.
      console.warn(error);
      done.set(current.drawn, model().state);
      leave();
    }
  }

  async function read(document: number, page: number): Promise<PageText | undefined> {
    try {
      return await worker.read(document, page);
    } catch (error) {
      // It stays a picture.
      console.error(error);
      return undefined;
    }
  }

  return () => {
    const { state } = model();
    const edition = shownEdition(model());
    const { document, page: at } = shownView(model());
    const { version, finished } = edition?.shown ?? {};
    // Words lie over the pages of their own version.
    if (!edition || !finished || !document || document.version !== version) return undefined;
    if (reading?.drawn !== document.id) leave();
    const last = done.get(document.id);
    if (last === 'read' || (last && last === state)) return undefined;
    const address = new URL(`pdf/${encodeURIComponent(edition.name)}/${version}`, window.document.baseURI).href;
    reading ??= { address, drawn: document.id, left: new Set(document.pages.keys()) };
    const current = reading;
    return {
      urgency: urgencies.text,
      async run() {
        if (current.document === undefined) return open(current);
        const [page = 0] = [...current.left].sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
        current.left.delete(page);
        const text = await read(current.document, page);
        if (text) dispatch({ kind: 'read', edition: edition.name, version, page, text });
        if (current.left.size > 0) return;
        done.set(current.drawn, 'read');
        if (reading === current) leave();
      },
    };
  };
}
