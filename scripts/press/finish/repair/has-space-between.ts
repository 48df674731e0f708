/** Whether there is white space where one text follows another, which may begin with the accent of its last letter. */
export function hasSpaceBetween(before: string, after: string): boolean {
  return /\s$/.test(before) || /^\p{Mn}*\s/u.test(after);
}
