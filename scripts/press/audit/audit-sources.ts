import { toString as textOf } from 'hast-util-to-string';
import { formatCitation } from '../prose/chicago-style.ts';
import type { Edition } from '../read/edition.ts';
import { doiAddress } from '../read/schemas/address.ts';
import type { AuditedSource } from './audit.ts';

/** What cites sources: one by one, or several. */
interface Citing {
  readonly source?: string | null;
  readonly sources?: readonly string[];
}

/** The sources that are cited, as a note cites them the first time, by id. */
export function auditSources(
  citing: readonly Citing[],
  { sources, language, labels }: Pick<Edition, 'sources' | 'language' | 'labels'>,
): readonly AuditedSource[] {
  const ids = new Set(citing.flatMap(({ source, sources: more = [] }) => [...(source ? [source] : []), ...more]));
  return [...ids].toSorted().flatMap((id): readonly AuditedSource[] => {
    const source = sources.get(id);
    if (!source) return [];
    const { value, at } = source;
    const citation = formatCitation(value, { form: 'full', language, labels: labels.value });
    const url = value.DOI ? doiAddress(value.DOI) : (value.URL ?? null);
    return [{ id, citation: textOf({ type: 'root', children: [...citation] }), url, place: at() }];
  });
}
