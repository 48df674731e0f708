import type { Size } from '../model/layout.ts';
import type { PageText } from './page-text.ts';

/** A PDF that was opened. */
interface Opened {
  readonly document: number;
  /** The sizes of its pages, in points. */
  readonly pages: readonly Size[];
}

/** The worker that draws and reads, as functions. Each fails with what it was doing. */
export interface DrawingWorker {
  open(address: string): Promise<Opened>;
  draw(drawing: Drawing): Promise<{ readonly picture: ImageBitmap; readonly fingerprint: number }>;
  fingerprint(document: number, page: number): Promise<number>;
  /** The words of a page. */
  read(document: number, page: number): Promise<PageText>;
  close(document: number): void;
}

type DrawingTask = Exclude<DrawingRequest, { kind: 'close' }>;
type AnswerTo<K extends DrawingAnswer['kind']> = Extract<DrawingAnswer, { kind: K }>;

export function startDrawingWorker(): DrawingWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const jobs = new Map<number, (answer: DrawingAnswer) => void>();
  let last = 0;
  const fail = (message: string) => {
    for (const [job, settle] of jobs) settle({ kind: 'failed', job, message });
    jobs.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<DrawingAnswer>) => {
    jobs.get(data.job)?.(data);
    jobs.delete(data.job);
  });
  worker.addEventListener('error', () => fail('the drawing worker did not start; load the page again'));

  async function ask<K extends DrawingAnswer['kind']>(doing: string, request: DrawingTask): Promise<AnswerTo<K>> {
    const { promise, resolve } = Promise.withResolvers<DrawingAnswer>();
    jobs.set(request.job, resolve);
    worker.postMessage(request);
    const answer = await promise;
    if (answer.kind === 'failed') throw new Error(`${doing} failed: ${answer.message}`);
    return answer as AnswerTo<K>;
  }
  const nextJob = () => {
    last += 1;
    return last;
  };

  return {
    open: (address) => ask<'opened'>('Opening a PDF', { kind: 'open', job: nextJob(), address }),
    draw: (drawing) => ask<'drawn'>(`Drawing page ${drawing.page + 1}`, { kind: 'draw', job: nextJob(), ...drawing }),
    fingerprint: async (document, page) => {
      const request = { kind: 'fingerprint', job: nextJob(), document, page } as const;
      return (await ask<'fingerprint'>(`Looking at page ${page + 1}`, request)).fingerprint;
    },
    read: async (document, page) => {
      const request = { kind: 'read', job: nextJob(), document, page } as const;
      return (await ask<'read'>(`Reading page ${page + 1}`, request)).text;
    },
    close: (document) => worker.postMessage({ kind: 'close', document } satisfies DrawingRequest),
  };
}

/** What the page asks of the drawing worker; each request has a number that its answer carries. */
export type DrawingRequest =
  | { readonly kind: 'open'; readonly job: number; readonly address: string }
  | ({ readonly kind: 'draw'; readonly job: number } & Drawing)
  | { readonly kind: 'fingerprint'; readonly job: number; readonly document: number; readonly page: number }
  | { readonly kind: 'read'; readonly job: number; readonly document: number; readonly page: number }
  | { readonly kind: 'close'; readonly document: number };

/** A page, or a part of it, to draw. */
export interface Drawing {
  readonly document: number;
  /** From 0. */
  readonly page: number;
  /** Of the whole page, in pixels. */
  readonly size: Size;
  /** The part that is drawn, in pixels of the whole. */
  readonly part: Part;
}

export interface Part extends Size {
  readonly left: number;
  readonly top: number;
}

export type DrawingAnswer =
  | { readonly kind: 'opened'; readonly job: number; readonly document: number; readonly pages: readonly Size[] }
  | { readonly kind: 'drawn'; readonly job: number; readonly picture: ImageBitmap; readonly fingerprint: number }
  | { readonly kind: 'fingerprint'; readonly job: number; readonly fingerprint: number }
  | { readonly kind: 'read'; readonly job: number; readonly text: PageText }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
