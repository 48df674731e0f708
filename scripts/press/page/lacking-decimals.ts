import type { TableCell } from '../prose/prose.ts';

/** The columns of a table, each with its cells. */
interface Cells {
  readonly columns: readonly unknown[];
  readonly rows: readonly (readonly TableCell[])[];
}

/**
 * What each number lacks of the decimals of the longest in its column, so that all points stand under each other: ".0" for
 * 35 over 7.1. It is room and no digit: nobody said that it is zero.
 *
 * @returns by column and row, null for a cell that lacks nothing, or is no number
 */
export function lackingInColumns({ columns, rows }: Cells, language: string): readonly (readonly (string | null)[])[] {
  const point = pointOf(language);
  return columns.map((_, column) =>
    lacking(
      rows.flatMap((cells) => cells[column] ?? []),
      point,
    ),
  );
}

function lacking(column: readonly TableCell[], point: string): readonly (string | null)[] {
  const decimals = column.map(({ text, missing }) => (missing ? undefined : decimalsOf(text, point)));
  const most = Math.max(0, ...decimals.map((own) => own ?? 0));
  return decimals.map((own) => {
    if (own === undefined || own === most) return null;
    return `${own === 0 ? point : ''}${'0'.repeat(most - own)}`;
  });
}

/** How many decimals a number has that ends with a digit; undefined for all else. */
function decimalsOf(text: string, point: string): number | undefined {
  if (!/\d$/.test(text)) return undefined;
  const at = text.lastIndexOf(point);
  return at === -1 ? 0 : text.length - at - point.length;
}

function pointOf(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
