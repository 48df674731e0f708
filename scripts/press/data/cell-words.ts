import type { Cell } from './table.ts';

/** A cell in plain words, every digit of a number among them; nothing where it is missing. */
export function cellWords(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'number':
      return cell.decimal;
    case 'date':
      return cell.iso;
    case 'text':
      return cell.text;
    case 'boolean':
      return String(cell.truth);
    default:
      return '';
  }
}
