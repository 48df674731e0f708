import type { PageHtml } from '../../press/page/page-html.ts';
import type { Printer } from '../../press/print/open-browser.ts';

/** A browser that is kept running, and started again when it dies. */
export interface WarmPrinter extends AsyncDisposable {
  /** @throws Error as `Printer.print` does; a print during which the browser died is done once more before */
  print(page: PageHtml): Promise<Uint8Array>;
}

/** Starts the browser at once, so that it is warm when the first page is ready. */
export function openWarmPrinter(open: () => Promise<Printer>): WarmPrinter {
  let running: Promise<Printer> | undefined;
  const start = (): Promise<Printer> => {
    const starting = open();
    running = starting;
    // One that does not start, or has ended, is no longer asked; what was the matter is reported by the next print.
    const drop = (): void => {
      if (running === starting) running = undefined;
    };
    starting.then(({ ended }) => ended.then(drop), drop);
    return starting;
  };
  start();
  return {
    async print(page) {
      const asked = running ?? start();
      const printer = await asked;
      try {
        return await printer.print(page);
      } catch (error) {
        if (running === asked) throw error;
        return await (await (running ?? start())).print(page);
      }
    },
    async [Symbol.asyncDispose]() {
      const printer = await running?.catch(() => undefined);
      await printer?.[Symbol.asyncDispose]();
    },
  };
}
