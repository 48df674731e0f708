/** Something to be drawn: the most urgent is drawn first. */
export interface Task {
  /** Smaller is sooner. */
  readonly urgency: number;
  readonly run: () => Promise<void>;
}

/** Names what is to be drawn next, or nothing. It is asked anew each time, so that what was scrolled away is not drawn. */
export type NextTask = () => Task | undefined;

/**
 * Draws one thing at a time, the most urgent of what the sources name; after each it asks again. A source that names
 * what it has drawn would never end: a task that failed must not be named again.
 */
export function createScheduler(sources: readonly NextTask[]): { readonly poke: () => void } {
  let running = false;
  async function run(): Promise<void> {
    running = true;
    try {
      for (let task = mostUrgent(sources); task; task = mostUrgent(sources)) await task.run();
    } finally {
      running = false;
    }
  }
  let asked = false;
  return {
    poke() {
      if (asked || running) return;
      asked = true;
      queueMicrotask(() => {
        asked = false;
        if (!running) void run();
      });
    },
  };
}

function mostUrgent(sources: readonly NextTask[]): Task | undefined {
  return sources
    .flatMap((next) => next() ?? [])
    .reduce<Task | undefined>((best, task) => (best && best.urgency <= task.urgency ? best : task), undefined);
}
