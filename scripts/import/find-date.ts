import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The date of a manuscript: a line before its first section that says nothing else, "June 15, 2031". */
export function findDate(opening: readonly RootContent[]): string | undefined {
  for (const node of opening) {
    if (node.type === 'heading') return undefined;
    const found = node.type === 'paragraph' ? dateOf(textOf(node)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function dateOf(line: string): string | undefined {
  const words = line.replace(/[\s,]+/gu, ' ').trim();
  const [, before, month, after, year] = /^(\d{1,2} )?([A-Z][a-z]+) (\d{1,2} )?(\d{4})$/.exec(words) ?? [];
  const number = months.indexOf(month?.toLowerCase() ?? '') + 1;
  if (number === 0 || year === undefined || (before && after)) return undefined;
  const day = (before ?? after)?.trim();
  const padded = (part: string | number) => String(part).padStart(2, '0');
  return day === undefined ? `${year}-${padded(number)}` : `${year}-${padded(number)}-${padded(day)}`;
}
