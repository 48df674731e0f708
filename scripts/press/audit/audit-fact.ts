import { cellWords } from '../data/cell-words.ts';
import type { Cell } from '../data/table.ts';
import type { Fact } from '../facts/fact.ts';
import type { AuditedFact } from './audit.ts';
import type { RestsBook } from './rests.ts';

/** A fact as an audit tells it. */
export async function auditFact(fact: Fact, restsOf: RestsBook['of']): Promise<AuditedFact> {
  const { name, spec, text, place, cell, upTo, restsOn } = fact;
  const { label, unit, format, decimals, qualifier, query, source } = spec;
  return {
    ...{ name, label, place, text, format, query },
    value: upTo ? `${exactWords(cell)} to ${exactWords(upTo)}` : exactWords(cell),
    ...{ unit: unit ?? null, decimals: decimals ?? null, qualifier: qualifier ?? null },
    facts: [...restsOn],
    rests: [...(await restsOf(query))],
    sources: [...(source ?? [])],
  };
}

/** A value to the last digit; one that does not end as what it is cut from. */
function exactWords(cell: Cell): string {
  if (cell.kind === 'number' && cell.quotient) return `${cell.quotient.dividend} / ${cell.quotient.divisor}`;
  return cellWords(cell);
}
