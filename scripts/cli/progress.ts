import type { OnStage, Stage } from '../press/index.ts';

/** Tells how far a build is. */
export interface Progress {
  /** The listener for one edition. */
  of(edition: string): OnStage;
  /** Ends the line of an edition: its stages with their times. */
  done(edition: string): void;
  /** A sentence that stays. */
  say(sentence: string): void;
  /** Takes away what is not to stay on the screen. */
  end(): void;
}

/** What progress is written to, and the clock. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const clearLine = '\r\u001b[K';

/**
 * On a terminal one line shows what is being done, and each edition leaves a line with the milliseconds of its stages;
 * in a pipe only those lines are written.
 */
export function showProgress(screen: Screen, now: () => number = () => performance.now()): Progress {
  const running = new Map<string, { stage: Stage; since: number; times: Map<Stage, number> }>();
  const live = (): void => {
    if (!screen.isTTY) return;
    const states = [...running].map(([edition, { stage }]) => `${edition}: ${stage} …`);
    screen.write(`${clearLine}${states.slice(0, 4).join('   ')}`);
  };
  const finish = (edition: string): ReadonlyMap<Stage, number> => {
    const state = running.get(edition);
    if (!state) return new Map();
    state.times.set(state.stage, (state.times.get(state.stage) ?? 0) + now() - state.since);
    return state.times;
  };
  const say = (sentence: string): void => {
    screen.write(`${screen.isTTY ? clearLine : ''}${sentence}\n`);
    live();
  };
  return {
    of: (edition) => (stage) => {
      const times = new Map(finish(edition));
      running.set(edition, { stage, since: now(), times });
      live();
    },
    done(edition) {
      const times = [...finish(edition)].map(([stage, milliseconds]) => `${stage} ${Math.round(milliseconds)}`);
      running.delete(edition);
      say(`${edition}: ${times.join(' · ')} ms`);
    },
    say,
    end() {
      if (screen.isTTY) screen.write(clearLine);
    },
  };
}
