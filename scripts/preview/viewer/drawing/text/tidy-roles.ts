import type { TextPart } from '../../model/page-text.ts';

/** Roles that hold nothing but others, and those others. */
const owned: Readonly<Record<string, readonly string[]>> = {
  list: ['listitem'],
  table: ['caption', 'rowgroup', 'row'],
  rowgroup: ['row'],
  row: ['cell', 'columnheader', 'rowheader'],
};
const needy = new Set(Object.values(owned).flat());

/** Takes roles away that mean nothing where they stand: a row outside of a table, a list that holds something else. */
export function tidyRoles(part: TextPart, parent: string | undefined): TextPart {
  if (part.kind === 'line') return part;
  const { role: given, ...rest } = part;
  const isPlaced = given !== undefined && (!needy.has(given) || owned[parent ?? '']?.includes(given) === true);
  const inner = given === undefined ? undefined : owned[given];
  const isWhole = !inner || part.parts.every((kid) => kid.kind === 'block' && inner.includes(kid.role ?? ''));
  const role = isPlaced && isWhole ? given : undefined;
  const parts = part.parts.map((kid) => tidyRoles(kid, role));
  return { ...rest, ...(role === undefined ? {} : { role }), parts };
}
