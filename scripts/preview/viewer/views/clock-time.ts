/** A time of today as clocks show it, of another day with its date; in the reader's own form. */
export function clockTime(milliseconds: number): string {
  const at = new Date(milliseconds);
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday
    ? at.toLocaleTimeString('en', clock)
    : at.toLocaleString('en', { ...clock, day: 'numeric', month: 'short' });
}
