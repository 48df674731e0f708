import { type Model, shownEdition, shownView } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import type { DrawingWorker } from './drawing-worker.ts';
import type { PageText } from './page-text.ts';

/** Something to be drawn: the most urgent is drawn first. */
export interface Task {
  /** Smaller is sooner. */
  readonly urgency: number;
  readonly run: () => Promise<void>;
}

/** Names what is to be drawn next, or nothing. It is asked anew each time, so that what was scrolled away is not drawn. */
export type NextTask = () => Task | undefined;

/**
 * Draws one thing at a time, the most urgent of what the sources name; after each it asks again. A source that names
 * what it has drawn would never end: a task that failed must not be named again.
 */
export function createScheduler(sources: readonly NextTask[]): { readonly poke: () => void } {
  let running = false;
  async function run(): Promise<void> {
    running = true;
    try {
      for (let task = mostUrgent(sources); task; task = mostUrgent(sources)) await task.run();
    } finally {
      running = false;
    }
  }
  let asked = false;
  return {
    poke() {
      if (asked || running) return;
      asked = true;
      queueMicrotask(() => {
        asked = false;
        if (!running) void run();
      });
    },
  };
}

function mostUrgent(sources: readonly NextTask[]): Task | undefined {
  return sources
    .flatMap((next) => next() ?? [])
    .reduce<Task | undefined>((best, task) => (best && best.urgency <= task.urgency ? best : task), undefined);
}

/** What is done before what. */
export const urgencies = { inView: 0, detail: 1, text: 2, fingerprints: 3, thumbnails: 4, near: 5 } as const;

/** What tasks are made from, and what takes their results. */
interface TaskContext {
  readonly model: () => Model;
  readonly dispatch: Dispatch;
  readonly worker: DrawingWorker;
}

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
export function createTexts({ model, dispatch, worker }: TaskContext): NextTask {
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

/** Takes the fingerprint of every page of the shown document, so that the next version can be told from it. */
export function createFingerprints({ model, dispatch, worker }: TaskContext): NextTask {
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
