import { setTimeout as wait } from 'node:timers/promises';
import type { PageHtml } from '../page/page-html.ts';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { printPage } from './print-page.ts';
import { slots } from './slots.ts';
import type { RunningBrowser, Start } from './start-browser.ts';
import { startFound } from './start-found.ts';

/** A browser that prints. */
export interface Printer extends AsyncDisposable {
  /** Which browser it is, with its version, for people. */
  readonly label: string;
  /** Whether it is the renderer for which the same bytes are promised. */
  readonly reference: boolean;
  /** Sentences that the build must print: that the sandbox is off, that this is not the reference renderer. */
  readonly notices: readonly string[];
  /** Settles when the browser has ended, with how: "was killed by SIGKILL". */
  readonly ended: Promise<string>;
  /**
   * Prints one document; calls beyond the printer's jobs wait their turn.
   *
   * @throws Error when the browser dies or takes too long, or the document asks for what it does not bring
   */
  print(page: PageHtml): Promise<Uint8Array>;
}

/** Milliseconds after which the printer gives up. */
export interface PrintLimits {
  readonly start: number;
  readonly print: number;
}

export interface PrinterOptions {
  /** How many documents are printed at once. */
  readonly jobs: number;
  /** Takes a sentence before work that one waits for. */
  readonly say?: (sentence: string) => void;
  readonly find?: () => Promise<FoundBrowser>;
  readonly limits?: PrintLimits;
}

const usualLimits: PrintLimits = { start: 30_000, print: 120_000 };

/** Finds and starts the browser. Open it by `await using`: it ends on every path. */
export async function openBrowser(options: PrinterOptions): Promise<Printer> {
  const { jobs, say = () => {}, find = findBrowser, limits = usualLimits } = options;
  const found = await find();
  const { start, notice } = await startFound(found, limits.start, say);
  if (start.kind === 'failed') throw startFailure(found, start);
  const { running } = start;
  const version = await running.browser.version();
  const foreign = found.reference
    ? undefined
    : `This is not the reference renderer (${version} from ${found.label}): pages and bytes may differ.`;
  const inTurn = slots(jobs);
  return {
    label: `${version}, ${found.label}`,
    reference: found.reference,
    notices: [notice, foreign].filter((sentence) => sentence !== undefined),
    ended: running.ended,
    print: (page) => inTurn(() => printWithin(running, page, limits.print)),
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

function startFailure(found: FoundBrowser, { reason, output }: Start & { readonly kind: 'failed' }): Error {
  const lastOutput = output === '' ? '' : ` It said: ${output.split('\n').slice(-3).join(' ')}`;
  const cure =
    found.kind === 'bundled'
      ? 'set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium that starts on this machine'
      : 'look whether it is a Chrome or Chromium and starts by itself, or set PUPPETEER_EXECUTABLE_PATH to another';
  return new Error(`Starting the browser failed: ${found.executable} ${reason}; ${cure}.${lastOutput}`);
}

/** A print that ends: with the PDF, with what was wrong, with the browser's end, or with the limit. */
async function printWithin(running: RunningBrowser, page: PageHtml, limit: number): Promise<Uint8Array> {
  let doing = 'opening a page';
  const stop = new AbortController();
  const printed = printPage(running.browser, page, (phrase) => {
    doing = phrase;
  });
  const died = running.ended.then((how): never => {
    throw new Error(
      `The browser ${how} while it was ${doing}: build again; if it does so again, the machine may be short of memory, and --jobs 1 needs less.`,
    );
  });
  const late = wait(limit, undefined, { signal: stop.signal }).then((): never => {
    throw new Error(
      `Printing took more than ${limit / 1000} s, and was then ${doing}: the machine may be busy, or the document too large.`,
    );
  });
  try {
    return await Promise.race([printed.catch(async (error) => afterDeath(running, died, error)), died, late]);
  } finally {
    stop.abort();
    for (const loser of [printed, died, late]) loser.catch(() => {});
  }
}

/** When the browser dies, its pipe breaks a little before its process is known to have ended: the end is the cause. */
async function afterDeath(running: RunningBrowser, died: Promise<never>, error: unknown): Promise<never> {
  if (running.browser.connected) throw error;
  return died;
}
