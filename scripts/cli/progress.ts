import { visibleLines, visibleText } from '../press/diagnostics/visible-text.ts';
import type { OnStage, Stage } from '../press/index.ts';
import type { Screen } from './terminal.ts';

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

const clearLine = '\r\u001b[K';

/**
 * On a terminal one line shows what is being done, and each edition leaves a line with the milliseconds of its stages;
 * in a pipe only those lines are written.
 */
export function showProgress(screen: Screen, now: () => number = () => performance.now()): Progress {
  const running = new Map<string, { stage: Stage; since: number; times: Map<Stage, number> }>();
  const live = (): void => {
    if (!screen.isTTY) return;
    const states = [...running].map(([edition, { stage }]) => `${visibleText(edition)}: ${stage} …`);
    screen.control?.(clearLine);
    screen.write(states.slice(0, 4).join('   '));
  };
  const finish = (edition: string): ReadonlyMap<Stage, number> => {
    const state = running.get(edition);
    if (!state) return new Map();
    state.times.set(state.stage, (state.times.get(state.stage) ?? 0) + now() - state.since);
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
