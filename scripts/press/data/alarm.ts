/**
 * Rings when a time has passed, and again and again until it is put away: what rings once may come too early to stop
 * what has not quite begun.
 */
export type Alarm = (milliseconds: number, ring: () => void) => Disposable;

/** Milliseconds between two rings. */
const again = 20;

/** An alarm by the clock of this machine. */
export const clockAlarm: Alarm = (milliseconds, ring) => {
  let timer = setTimeout(function rung() {
    ring();
    timer = setTimeout(rung, again);
  }, milliseconds);
  return { [Symbol.dispose]: () => clearTimeout(timer) };
};
