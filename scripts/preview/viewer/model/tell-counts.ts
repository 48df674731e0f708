import type { ProblemCounts } from './selectors.ts';

/** “2 errors, 3 for release, 1 warning”; “no problems” where there are none. */
export function tellCounts({ errors, forRelease, warnings }: ProblemCounts): string {
  const release = forRelease === 0 ? [] : [`${forRelease} for release`];
  const told = [tell(errors, 'error'), release, tell(warnings, 'warning')].flat().join(', ');
  return told === '' ? 'no problems' : told;
}

function tell(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}
