import type { Fact, Facts } from '../press/facts/fact.ts';
import type { FactMention } from '../press/trace/fact-mentions.ts';
import { exactWords } from '../press/trace/fact-trace.ts';

/** The facts of an edition as JSON, in the words of its audit; `printed` are the places that print one or rest on it. */
export function factsJson(facts: Facts, places: readonly FactMention[]): readonly object[] {
  const byFact = Map.groupBy(places, ({ fact }) => fact);
  return [...facts.values()].map((fact) => ({
    ...factJson(fact),
    printed: (byFact.get(fact.name) ?? []).map(placeJson),
  }));
}

/** One fact by itself. */
export function factJson(fact: Fact): object {
  const { name, spec, place, text, dependsOn } = fact;
  return {
    name,
    label: spec.label,
    place,
    text,
    value: exactWords(fact),
    unit: spec.unit ?? null,
    format: spec.format,
    query: spec.query,
    facts: [...dependsOn],
    sources: [...(spec.source ?? [])],
  };
}

/** A place of a fact: what it is a part of, and the other format that is asked for there, if one is. */
export function placeJson({ place, of, part, as }: FactMention): object {
  return { place, of, part, as: as ?? null };
}
