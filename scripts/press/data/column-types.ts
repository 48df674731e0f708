import type { FieldDescriptor } from '../read/schemas/data-package.ts';
import { limits } from './limits.ts';
import { quoteText } from './quote-sql.ts';

/** How a type of Table Schema is read from the words of a cell. */
export interface ColumnType {
  /** An SQL condition: the cell's words are of the type. */
  fits(cell: string): string;
  /** What the type wants: "is not …", as in "is not a whole number". */
  readonly wants: string;
  /** An example for the cure. */
  readonly example: string;
  /** The SQL type in which bounds are compared; undefined where a type has no order. */
  readonly ordered: 'HUGEINT' | 'DOUBLE' | 'VARCHAR' | undefined;
}

const anything: ColumnType = { fits: () => 'true', wants: 'text', example: 'text', ordered: undefined };

/** The types of Table Schema 1 that a data package may use. Numbers have no thousands marks, no units, no exponents. */
export const columnTypes: Readonly<Record<FieldDescriptor['type'], ColumnType>> = {
  string: anything,
  any: anything,
  integer: {
    fits: (cell) => `${matches(cell, String.raw`[+-]?\d+`)} and try_cast(${cell} as bigint) is not null`,
    wants: 'a whole number',
    example: '1277',
    ordered: 'HUGEINT',
  },
  number: {
    fits: (cell) =>
      `${matches(cell, String.raw`[+-]?\d+(\.\d+)?`)} and ` +
      String.raw`length(regexp_replace(${cell}, '\D', '', 'g')) <= ${limits.decimalDigits}`,
    wants: 'a number in plain digits',
    example: '1277 or 8.3',
    ordered: 'DOUBLE',
  },
  boolean: {
    fits: (cell) => `${cell} in ('true', 'True', 'TRUE', '1', 'false', 'False', 'FALSE', '0')`,
    wants: 'true or false',
    example: 'true',
    ordered: undefined,
  },
  date: {
    fits: (cell) => `${matches(cell, String.raw`\d{4}-\d{2}-\d{2}`)} and try_cast(${cell} as date) is not null`,
    wants: 'a date to the day',
    example: '2021-05-24',
    ordered: 'VARCHAR',
  },
  year: { fits: (cell) => matches(cell, String.raw`\d{4}`), wants: 'a year', example: '2021', ordered: 'HUGEINT' },
  yearmonth: {
    fits: (cell) => matches(cell, String.raw`\d{4}-(0[1-9]|1[0-2])`),
    wants: 'a month of a year',
    example: '2021-05',
    ordered: 'VARCHAR',
  },
};

/**
 * The value of a cell that fits its type, in SQL.
 *
 * @param digits what the longest numbers of the column need, before and after the point
 */
export function typedCell(type: FieldDescriptor['type'], cell: string, digits: NumberDigits): string {
  switch (type) {
    case 'integer':
      return `try_cast(${cell} as bigint)`;
    case 'number': {
      // 18 digits are what the engine computes fastest; a column that needs more gets all that there are.
      const width = digits.whole + digits.fraction > 18 ? limits.decimalDigits : 18;
      return `try_cast(${cell} as decimal(${width}, ${digits.fraction}))`;
    }
    case 'boolean':
      return `case when ${cell} is not null then ${cell} in ('true', 'True', 'TRUE', '1') end`;
    case 'date':
      return `try_cast(${cell} as date)`;
    case 'year':
      return `try_cast(${cell} as smallint)`;
    default:
      return cell;
  }
}

export interface NumberDigits {
  readonly whole: number;
  readonly fraction: number;
}

function matches(cell: string, pattern: string): string {
  return `regexp_full_match(${cell}, ${quoteText(pattern)})`;
}
