import { expect, test } from 'vitest';
import type { Printer } from '../../scripts/press/print/open-browser.ts';
import { openWarmPrinter } from '../../scripts/preview/engine/warm-printer.ts';

const page = { html: '', resources: new Map() };

/** Browsers that print their number, and die when told to. */
function fakeBrowsers() {
  const deaths: (() => void)[] = [];
  const open = async (): Promise<Printer> => {
    const number = deaths.length + 1;
    const ended = Promise.withResolvers<string>();
    deaths.push(() => ended.resolve('was killed'));
    const died = ended.promise.then((how): never => {
      throw new Error(`The browser ${how}`);
    });
    died.catch(() => {});
    return {
      label: '',
      reference: true,
      notices: [],
      ended: ended.promise,
      // The first never ends a print by itself.
      print: () => (number === 1 ? died : Promise.resolve(Uint8Array.of(number))),
      [Symbol.asyncDispose]: async () => ended.resolve('was closed'),
    };
  };
  return { open, deaths };
}

test('a print during which the browser dies is done by another', async () => {
  const { open, deaths } = fakeBrowsers();
  await using printer = openWarmPrinter(open);
  const printed = printer.print(page);
  await Promise.resolve();
  deaths[0]?.();
  expect(await printed).toEqual(Uint8Array.of(2));
});

test('a browser that died while nothing was printed is started again', async () => {
  const { open, deaths } = fakeBrowsers();
  await using printer = openWarmPrinter(open);
  deaths[0]?.();
  expect(await printer.print(page)).toEqual(Uint8Array.of(2));
  expect(await printer.print(page)).toEqual(Uint8Array.of(2));
  expect(deaths).toHaveLength(2);
});

test('a browser that does not start is told with the print, and tried again with the next', async () => {
  let tries = 0;
  const { open } = fakeBrowsers();
  await open();
  await using printer = openWarmPrinter(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('no browser')) : open();
  });
  await expect(printer.print(page)).rejects.toThrow('no browser');
  expect(await printer.print(page)).toEqual(Uint8Array.of(2));
});

test('a page that cannot be printed is told, and the browser kept', async () => {
  const { open, deaths } = fakeBrowsers();
  await open();
  await using printer = openWarmPrinter(async () => ({
    ...(await open()),
    print: () => Promise.reject(new Error('no font')),
  }));
  await expect(printer.print(page)).rejects.toThrow('no font');
  expect(deaths).toHaveLength(2);
});
