/** Files that changed and that nobody has looked at yet. */
interface Changes {
  add(paths: readonly string[]): void;
  /** Takes them all. */
  take(): readonly string[];
  readonly any: boolean;
  /** Settles when there are some, or work was called for in another way. */
  next(): Promise<void>;
  /** Waits so many milliseconds for a change. */
  quietFor(milliseconds: number): Promise<boolean>;
  /** Ends a wait without a change. */
  wake(): void;
}

/** Collects changes between two looks at them. */
export function collectChanges(): Changes {
  let paths = new Set<string>();
  let signal = Promise.withResolvers<void>();
  const wake = (): void => {
    signal.resolve();
    signal = Promise.withResolvers();
  };
  return {
    add(more) {
      for (const path of more) paths.add(path);
      wake();
    },
    take() {
      const taken = [...paths];
      paths = new Set();
      return taken;
    },
    get any() {
      return paths.size > 0;
    },
    next: () => signal.promise,
    async quietFor(milliseconds) {
      if (paths.size > 0) return false;
      const timer = Promise.withResolvers<void>();
      const timeout = setTimeout(timer.resolve, milliseconds);
      await Promise.race([signal.promise, timer.promise]);
      clearTimeout(timeout);
      return paths.size === 0;
    },
    wake,
  };
}

/** The editions whose pages may change with some files: of a file in an edition's folder that one, of others all. */
export function affectedEditions(paths: readonly string[], editions: readonly string[]): readonly string[] {
  const owners = paths.map((path) => editions.find((name) => path.startsWith(`content/${name}/`)));
  return owners.includes(undefined) ? editions : editions.filter((name) => owners.includes(name));
}
