/** A comment that stands for all that a piece of a file does not show. */
const ellipsis = /^ *# …$/;

/**
 * The text of a YAML file with a piece of it put in, entry by entry. What the piece shows stands instead of the entry of
 * the same key, or in a list of the same name or id, or at the end; where it has the comment "# …", the other entries of
 * that level stay. Text stays text: what is wrong in the piece is wrong in the file.
 */
export function mergeYaml(base: string, piece: string): string {
  return `${merge(linesOf(base), linesOf(piece)).join('\n')}\n`;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

function merge(base: readonly string[], piece: readonly string[]): readonly string[] {
  const level = Math.min(...piece.filter((line) => line.trim() !== '').map(indentOf));
  const isRest = (line: string) => ellipsis.test(line) && indentOf(line) === level;
  if (!piece.some(isRest)) return piece;
  const entries = new Map(entriesOf(base, level).map((entry) => [keyOf(entry), entry]));
  for (const entry of entriesOf(
    piece.filter((line) => !isRest(line)),
    level,
  )) {
    const [head = '', ...body] = entry;
    const [, ...old] = entries.get(keyOf(entry)) ?? [];
    entries.set(keyOf(entry), [head, ...(body.length > 0 ? merge(old, body) : [])]);
  }
  return [...entries.values()].flat();
}

/** The lines of each entry of a level: its first line, and those after it that stand deeper or are empty. */
function entriesOf(lines: readonly string[], level: number): readonly (readonly string[])[] {
  const entries: string[][] = [];
  for (const line of lines) {
    const begins = line.trim() !== '' && indentOf(line) === level;
    if (begins || entries.length === 0) entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  return entries;
}

function keyOf([head = '']: readonly string[]): string {
  return /^ *- (?:\{ )?(?:name|id|field): ([^,} ]*)/.exec(head)?.[1] ?? head.replace(/:.*$/, '').trim();
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
