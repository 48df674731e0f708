import type { Fact } from '../facts/fact.ts';
import type { AuditedFact } from './audit.ts';
import { exactWords } from './exact-words.ts';
import type { RestsBook } from './rests.ts';

/** A fact as an audit tells it. */
export async function auditFact(fact: Fact, restsOf: RestsBook['of']): Promise<AuditedFact> {
  const { name, spec, text, place, restsOn } = fact;
  const { label, unit, format, decimals, qualifier, query, source } = spec;
  return {
    ...{ name, label, place, text, format, query },
    value: exactWords(fact),
    ...{ unit: unit ?? null, decimals: decimals ?? null, qualifier: qualifier ?? null },
    facts: [...restsOn],
    rests: [...(await restsOf(query))],
    sources: [...(source ?? [])],
  };
}
