import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Cell } from '../../scripts/press/data/table.ts';
import type { EditionRun } from '../../scripts/press/edition-run.ts';
import type { Fact } from '../../scripts/press/facts/fact.ts';
import { formatCell } from '../../scripts/press/facts/format-cell.ts';
import { styleOf } from '../../scripts/press/facts/style-of.ts';
import type { Wording } from '../../scripts/press/facts/wording.ts';
import type { Located } from '../../scripts/press/read/checked-yaml.ts';
import type { Edition } from '../../scripts/press/read/edition.ts';
import { type EditionMeta, editionSchema } from '../../scripts/press/read/schemas/edition.ts';
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

/** An edition of facts alone. */
export function sampleEdition(facts: ReadonlyMap<string, Located<FactSpec>>, broken: readonly string[] = []): Edition {
  const at = () => ({ file: 'edition.yaml', line: 1, column: 1 });
  const meta: EditionMeta = editionSchema.parse({
    title: 'T',
    short_title: 'T',
    force: 'F',
    country: 'Mali',
    order: 1,
    data_cutoff: '2022',
    version: '1',
    status: 'draft',
    accent: 'ochre',
    keywords: [],
    summary: 'S',
    budgets: { pages: 1, bytes: 10_000 },
    cover: {},
  });
  const none = new Map<string, never>();
  return {
    ...englishWording(),
    name: 'mali',
    meta: { value: meta, at },
    facts,
    sections: [],
    broken: new Set(broken),
    series: { value: { title: 'S', language: 'en', partners: [] }, at },
    charts: none,
    tables: none,
    maps: none,
    timelines: none,
    sources: none,
    images: none,
  };
}

/** Facts as they are once evaluated, with the edition that has them. */
export function sampleFacts(
  given: Readonly<Record<string, Partial<FactSpec> & { readonly cell: Cell }>>,
): Pick<EditionRun, 'written' | 'facts'> {
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
  return { facts, written: sampleEdition(specs, ['fact half-read']) };
}
