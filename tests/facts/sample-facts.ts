import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Cell } from '../../scripts/press/data/table.ts';
import type { Fact, Facts } from '../../scripts/press/facts/fact.ts';
import { formatCell } from '../../scripts/press/facts/format-cell.ts';
import { styleOf } from '../../scripts/press/facts/style-of.ts';
import type { Wording } from '../../scripts/press/facts/wording.ts';
import type { Located } from '../../scripts/press/read/checked-yaml.ts';
import { type FactSpec, factSchema } from '../../scripts/press/read/schemas/facts.ts';
import { labelsSchema } from '../../scripts/press/read/schemas/labels.ts';

const english = labelsSchema.parse(parse(readFileSync('content/labels/en.yaml', 'utf8')));

/** English as the press ships it, less the labels that a test takes away. */
export function englishWording(without: readonly string[] = []): Wording {
  const value = Object.fromEntries(Object.entries(english).filter(([name]) => !without.includes(name)));
  return { language: 'en', labels: { value, at: () => ({ file: 'content/labels/en.yaml', line: 1, column: 1 }) } };
}

/** A fact's specification; its place is that of its name. */
export function factSpec(name: string, given: Partial<FactSpec>): Located<FactSpec> {
  const value = factSchema.parse({ label: `What ${name} is`, query: 'select 1', format: 'number', ...given });
  return { value, at: (...path) => ({ file: `facts/${[name, ...path].join('.')}`, line: 1, column: 1 }) };
}

/** Facts as they are once evaluated. */
export function sampleFacts(given: Readonly<Record<string, Partial<FactSpec> & { readonly cell: Cell }>>) {
  const specs = new Map<string, Located<FactSpec>>();
  const facts = new Map<string, Fact>();
  for (const [name, { cell, ...rest }] of Object.entries(given)) {
    const spec = factSpec(name, rest);
    specs.set(name, spec);
    const outcome = formatCell(cell, styleOf(spec.value), englishWording());
    if (outcome.kind === 'text')
      facts.set(name, {
        name,
        spec: spec.value,
        cell,
        upTo: undefined,
        text: outcome.text,
        dependsOn: [],
        place: spec.at(),
      });
  }
  const context: {
    readonly facts: Facts;
    readonly edition: { readonly facts: typeof specs; readonly broken: Set<string> } & Wording;
    readonly printed: Set<string>;
  } = {
    printed: new Set(),
    facts,
    edition: { facts: specs, broken: new Set(['fact half-read']), ...englishWording() },
  };
  return context;
}
