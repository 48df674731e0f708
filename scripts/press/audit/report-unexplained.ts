import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../read/edition.ts';
import type { Audit } from './audit.ts';

/**
 * Reports the numbers in the print of a strict edition that nothing explains. Those in its files were told before it was
 * printed: what is left came into print by another way, such as a template.
 */
export function reportUnexplained({ numbers }: Audit, { meta }: Pick<Edition, 'meta'>, report: Report): void {
  if (!meta.value.strict) return;
  for (const { kind, text, page, place } of numbers) {
    if (kind !== 'unexplained') continue;
    report({
      rule: 'number-unexplained',
      place: place ?? meta.at(),
      message: `nothing explains "${text}"${page === null ? '' : ` on page ${page}`}`,
      cure: 'print it by a fact, or declare the name that it is a part of',
    });
  }
}
