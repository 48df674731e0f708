import type { Where } from './guide-step.ts';

/**
 * A file's text with what a guide has its reader write.
 *
 * @throws Error where there is not one line that begins so
 */
export function written(before: string, where: Where, text: string): string {
  if (where.kind === 'whole') return text;
  if (where.kind === 'end') return `${before.trimEnd()}\n${text}`;
  const lines = before.split('\n');
  const found = lines.flatMap((line, index) => (line.startsWith(where.line) ? [index] : []));
  const [at] = found;
  if (at === undefined || found.length > 1) {
    throw new Error(`a guide names the line that begins "${where.line}", and there are ${found.length}`);
  }
  const own = text.trimEnd().split('\n');
  return lines.toSpliced(where.kind === 'after' ? at + 1 : at, where.kind === 'after' ? 0 : 1, ...own).join('\n');
}
