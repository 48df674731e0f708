const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends something together with this process: on exit, on an uncaught error, and on the signals that end a process.
 *
 * Others who handle the same signal decide what becomes of the process; where nobody does, the signal takes its course.
 *
 * @param end must be synchronous, and harmless when called twice
 * @returns to be disposed of when the thing has ended by itself
 */
export function dieWithProcess(end: () => void): Disposable {
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    release();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', end);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', end);
  for (const signal of signals) process.on(signal, onSignal);
  return { [Symbol.dispose]: release };
}
