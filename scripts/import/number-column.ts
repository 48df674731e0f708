import { formatCurrency, formatNumber, formatPercent, formatYear } from '../press/facts/format-number.ts';

/** How a column of a table holds its numbers. */
export interface NumberColumn {
  readonly format: 'number' | 'percent' | 'year' | 'currency-full';
  readonly decimals: number | undefined;
  /** The values in plain decimal notation, none where the cell is empty or says that there is none. */
  readonly values: readonly (string | undefined)[];
}

const none = /^(?:|[–—-]|n\/?a|\.\.\.?|…)$/i;

/**
 * The numbers of a column, where its cells are numbers and the press would print each just as it is written; else
 * undefined, and the column is text.
 */
export function numberColumn(cells: readonly string[], language: string): NumberColumn | undefined {
  const values = cells.map((cell) => (none.test(cell) ? undefined : plainDecimal(cell)));
  const written = cells.flatMap((cell, index) => (none.test(cell) ? [] : [{ cell, value: values[index] }]));
  if (written.length === 0 || written.some(({ value }) => value === undefined)) return undefined;
  const places = Math.max(...written.map(({ value }) => value?.split('.')[1]?.length ?? 0));
  for (const format of ['number', 'year', 'percent', 'currency-full'] as const) {
    for (const decimals of [undefined, places]) {
      const fits = written.every(
        ({ cell, value }) => cell.replace('-', '−') === printed(value ?? '', format, decimals, language),
      );
      if (fits) return { format, decimals, values };
    }
  }
  return undefined;
}

function plainDecimal(cell: string): string | undefined {
  const plain = cell.replace(/^\$/, '').replace(/%$/, '').replaceAll(',', '').replace('−', '-');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}

function printed(
  value: string,
  format: NumberColumn['format'],
  decimals: number | undefined,
  language: string,
): string {
  switch (format) {
    case 'number':
      return formatNumber(value, decimals, language);
    case 'year':
      return /^[12]\d{3}$/.test(value) && decimals === undefined ? formatYear(value, language) : '';
    case 'percent':
      return formatPercent(value, decimals, language);
    case 'currency-full':
      return formatCurrency(value, 'full', { currency: 'USD', decimals, language });
  }
}
