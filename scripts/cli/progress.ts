import { visibleLines, visibleText } from '../press/diagnostics/visible-text.ts';
import type { OnStage, Stage } from '../press/index.ts';
import type { Screen } from './terminal.ts';

/** Tells how far a build is. */
export interface Progress {
  /** The listener for one edition. */
  of(edition: string): OnStage;
  /** The edition waits: for others, or for the browser to be free. Its clock stands still, and the live line leaves it out. */
  pause(edition: string): void;
  /** The edition goes on in the stage in which it was. */
  resume(edition: string): void;
  /** Ends the line of an edition: its stages with their times. */
  done(edition: string): void;
  /** A sentence that stays. */
  say(sentence: string): void;
  /** Takes away what is not to stay on the screen. */
  end(): void;
}

/** Shows nothing. */
export const silentProgress: Progress = {
  of: () => () => {},
  pause: () => {},
  resume: () => {},
  done: () => {},
  say: () => {},
  end: () => {},
};

const clearLine = '\r\u001b[K';

/**
 * On a terminal one line shows what is being done, and each edition leaves a line with the milliseconds of its stages;
 * in a pipe only those lines are written.
 */
export function showProgress(screen: Screen, now: () => number = () => performance.now()): Progress {
  // Since when it works; undefined while it waits.
  const running = new Map<string, { stage: Stage; since: number | undefined; times: Map<Stage, number> }>();
  const live = (): void => {
    if (!screen.isTTY) return;
    const working = [...running].filter(([, { since }]) => since !== undefined);
    const states = working.map(([edition, { stage }]) => `${visibleText(edition)}: ${stage} …`);
    screen.control?.(clearLine);
    screen.write(states.slice(0, 4).join('   '));
  };
  const finish = (edition: string): ReadonlyMap<Stage, number> => {
    const state = running.get(edition);
    if (!state) return new Map();
    const worked = state.since === undefined ? 0 : now() - state.since;
    state.times.set(state.stage, (state.times.get(state.stage) ?? 0) + worked);
    return state.times;
  };
  const say = (sentence: string): void => {
    if (screen.isTTY) screen.control?.(clearLine);
    screen.write(visibleLines([sentence]));
    live();
  };
  return {
    of: (edition) => (stage) => {
      const times = new Map(finish(edition));
      running.set(edition, { stage, since: now(), times });
      live();
    },
    pause(edition) {
      const state = running.get(edition);
      if (state) running.set(edition, { ...state, times: new Map(finish(edition)), since: undefined });
      live();
    },
    resume(edition) {
      const state = running.get(edition);
      if (state) running.set(edition, { ...state, since: state.since ?? now() });
      live();
    },
    done(edition) {
      const times = [...finish(edition)].map(([stage, milliseconds]) => `${stage} ${Math.round(milliseconds)}`);
      running.delete(edition);
      say(`${edition}: ${times.join(' · ')} ms`);
    },
    say,
    end() {
      if (screen.isTTY) screen.control?.(clearLine);
    },
  };
}
