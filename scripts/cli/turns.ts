import type { Printer } from '../press/print/open-browser.ts';
import { slots } from '../press/print/slots.ts';
import type { Progress } from './progress.ts';

/** Presses one edition with the printer that it is given. */
export type Work<Result> = (printer: Printer) => Promise<Result>;

/**
 * Lets editions take turns on the one thread of the press: while the browser prints for one, another works. The clock
 * of an edition stands still while it waits, so that the times of its stages are its own.
 *
 * @param jobs how many documents the printer prints at once
 */
export function takeTurns(
  printer: Printer,
  jobs: number,
  progress: Progress,
): <Result>(edition: string, work: Work<Result>) => Promise<Result> {
  const thread = slots(1);
  const prints = slots(jobs);
  return async (edition, work) => {
    const clock = { start: () => progress.resume(edition), stop: () => progress.pause(edition) };
    let release: () => void = () => {};
    const takeThread = async (): Promise<void> => {
      await new Promise<void>((begin) => {
        void thread(() => {
          begin();
          return new Promise<void>((end) => {
            release = end;
          });
        });
      });
      clock.start();
    };
    const leaveThread = (): void => {
      clock.stop();
      release();
    };
    await takeThread();
    try {
      return await work({
        ...printer,
        async print(page) {
          leaveThread();
          try {
            return await prints(async () => {
              clock.start();
              try {
                return await printer.print(page);
              } finally {
                clock.stop();
              }
            });
          } finally {
            await takeThread();
          }
        },
      });
    } finally {
      leaveThread();
    }
  };
}
