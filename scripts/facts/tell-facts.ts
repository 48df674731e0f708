import type { Place } from '../press/diagnostics/diagnostic.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import type { Facts } from '../press/facts/fact.ts';
import type { FactMention } from '../press/trace/fact-mentions.ts';

/** The facts of an edition, a paragraph each: name and words, what it is, and where it stands. */
export function tellFacts(facts: Facts, places: readonly FactMention[]): string {
  const byFact = Map.groupBy(places, ({ fact }) => fact);
  return [...facts.values()]
    .map(({ name, text, spec, dependsOn }) => {
      const sources = spec.source?.join(', ') ?? 'no source of its own';
      const printed = (byFact.get(name) ?? []).map(({ place, of, part }) => `  ${placed(place)}  ${of} (${part})`);
      return visibleLines([
        `${name}  ${text}`,
        `  ${spec.label}`,
        `  ${[spec.unit, spec.format, sources].filter(Boolean).join(' · ')}`,
        ...(dependsOn.length > 0 ? [`  from ${dependsOn.join(', ')}`] : []),
        ...printed,
      ]);
    })
    .join('\n');
}

/** A place as editors take it. */
export function placed({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
