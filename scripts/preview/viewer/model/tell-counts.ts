/** “2 errors, 1 warning”; “no problems” where there are none. */
export function tellCounts({ errors, warnings }: { readonly errors: number; readonly warnings: number }): string {
  const told = [tell(errors, 'error'), tell(warnings, 'warning')].flat().join(', ');
  return told === '' ? 'no problems' : told;
}

function tell(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}
