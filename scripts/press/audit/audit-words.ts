import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';

/** The words of an audit's page, in the edition's language. */
export interface AuditWords {
  of(label: string, values: Readonly<Record<string, string>>): string;
  /** A label that counts, by its plural form (CLDR): audit-rows-one, audit-rows-other. */
  counted(label: string, count: number, values?: Readonly<Record<string, string>>): string;
  number(value: number): string;
}

export function auditWords({ labels, language, meta }: Edition, report: Report): AuditWords {
  const plural = new Intl.PluralRules(language);
  const of = (label: string, values: Readonly<Record<string, string>>) =>
    fillLabel(labels, label, values, meta.at(), report);
  const number = (value: number) => value.toLocaleString(language);
  return {
    of,
    number,
    counted(label, count, values = {}) {
      const form = `${label}-${plural.select(count)}`;
      const known = form in labels.value ? form : `${label}-other`;
      return of(known, { count: number(count), ...values });
    },
  };
}
