/**
 * Lets at most so many tasks run at once; the others wait in the order in which they came.
 *
 * @param count at least 1
 */
export function slots(count: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let free = Math.max(1, count);
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
