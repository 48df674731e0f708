import { type Compiled, pressEdition, type Stage } from '../../press/index.ts';
import { openBrowser } from '../../press/print/open-browser.ts';
import { median } from '../median.ts';

/** Milliseconds that a document took. */
export interface Measured {
  readonly pages: number;
  /** Starting the browser and printing the page once: the median. */
  readonly print: number;
  /** Finishing its print: the median. */
  readonly finish: number;
  /** Finishing it for the first time. */
  readonly first: number;
}

const runs = 5;

/** Prints a document by a bare browser, and presses it, several times. */
export async function measureDocument(compiled: Compiled): Promise<Measured> {
  const prints: number[] = [];
  for (let run = 0; run < runs; run += 1) prints.push(await timeOf(() => printBare(compiled)));
  const finishes: number[] = [];
  let pages = 0;
  await using printer = await openBrowser({ jobs: 1 });
  for (let run = 0; run < runs; run += 1) {
    const began = new Map<Stage, number>();
    const onStage = (stage: Stage): void => void began.set(stage, performance.now());
    ({ pages } = await pressEdition(compiled, printer, { epoch: undefined, report: () => {}, onStage }));
    finishes.push((began.get('verify') ?? 0) - (began.get('finish') ?? 0));
  }
  return { pages, print: median(prints), finish: median(finishes), first: finishes[0] ?? 0 };
}

/** What a bare script does: it starts a browser, prints one page, and ends it. */
async function printBare({ compose }: Compiled): Promise<void> {
  await using browser = await openBrowser({ jobs: 1 });
  await browser.print(compose(new Map()));
}

async function timeOf(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
