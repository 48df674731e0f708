/** The words of a table: parted by commas, over as many lines as they take. */
export function listed(table: string): readonly string[] {
  return table
    .trim()
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '));
}
