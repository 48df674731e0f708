import type { OpenRequest } from '../../protocol.ts';

/** A place as editors and terminals understand it: `content/mali/en/20-aid.md:14:31`; columns of 1 are left out. */
export function placeText({ file, line, column }: Omit<OpenRequest, 'column'> & { readonly column?: number }): string {
  return `${file}:${line}${column === undefined || column <= 1 ? '' : `:${column}`}`;
}
