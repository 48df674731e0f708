import { expect, test } from 'vitest';
import { showProgress } from '../../scripts/cli/progress.ts';
import { takeTurns } from '../../scripts/cli/turns.ts';
import type { PageHtml } from '../../scripts/press/page/page-html.ts';
import type { Printer } from '../../scripts/press/print/open-browser.ts';

const page: PageHtml = { html: '', resources: new Map() };

test('the times of an edition are its own, however long others work and print', async () => {
  let now = 0;
  let text = '';
  const lines: string[] = [];
  const write = (more: string): void => {
    text += more;
    lines.push(more);
  };
  const progress = showProgress({ isTTY: true, write, control: () => {} }, () => now);
  const printer = printerOf(async () => {
    now += 100;
    return new Uint8Array();
  });
  const inTurn = takeTurns(printer, 1, progress);
  const press = (edition: string, own: number) =>
    inTurn(edition, async (its) => {
      const stage = progress.of(edition);
      stage('page');
      now += own;
      await Promise.resolve();
      stage('print');
      await its.print(page);
      stage('finish');
      now += own;
      await Promise.resolve();
      progress.done(edition);
    });
  await Promise.all([press('long', 1000), press('short', 1)]);
  expect(text).toContain('long: page 1000 · print 100 · finish 1000 ms\n');
  expect(text).toContain('short: page 1 · print 100 · finish 1 ms\n');
  // Both are never at work in this thread at once: the live line names one, or one that prints beside it.
  expect(lines.filter((line) => /long: (page|finish) …/.test(line) && /short: (page|finish) …/.test(line))).toEqual([]);
});

test('an edition that fails leaves its turn to the next', async () => {
  const progress = showProgress({ write: () => {} }, () => 0);
  const printer = printerOf(async ({ html }) => {
    if (html === 'broken') throw new Error('the browser ended');
    return new Uint8Array([1]);
  });
  const inTurn = takeTurns(printer, 1, progress);
  const [first, second] = await Promise.allSettled([
    inTurn('a', (own) => own.print({ ...page, html: 'broken' })),
    inTurn('b', (own) => own.print(page)),
  ]);
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'the browser ended' } });
  expect(second).toMatchObject({ status: 'fulfilled', value: new Uint8Array([1]) });
});

function printerOf(print: Printer['print']): Printer {
  const ended = new Promise<string>(() => {});
  return { label: 'test', reference: true, notices: [], ended, print, async [Symbol.asyncDispose]() {} };
}
