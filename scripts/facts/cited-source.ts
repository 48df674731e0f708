import { toString as textOf } from 'hast-util-to-string';
import { formatCitation } from '../press/prose/chicago-style.ts';
import type { Edition } from '../press/read/edition.ts';

/** A source as the notes of an edition cite it the first time; its id where there is no such source. */
export function citedSource(id: string, { sources, language, labels }: Edition): string {
  const source = sources.get(id)?.value;
  if (!source) return id;
  const citation = formatCitation(source, { form: 'full', language, labels: labels.value });
  return `${id}: ${textOf({ type: 'root', children: [...citation] })}`;
}
