import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { reportUnusedFacts } from '../../scripts/press/facts/report-unused.ts';
import type { Edition } from '../../scripts/press/read/edition.ts';
import { chartSchema } from '../../scripts/press/read/schemas/chart.ts';
import { factSpec } from './sample-facts.ts';

test('a fact is used by the prose or by any text of a chart, else it is told', () => {
  const chart = chartSchema.parse({
    ...{
      title: { en: 'It rose to :fact[in-title]' },
      source: 'who',
      alt: 'It rose',
      height: 100,
      data: { dataset: 'a' },
    },
    spec: { layer: [{ mark: { type: 'text', text: 'by :fact[in-spec]{as=percent}' } }] },
  });
  const edition: Pick<Edition, 'facts' | 'charts' | 'maps'> = {
    facts: new Map(['in-prose', 'in-title', 'in-spec', 'nowhere'].map((name) => [name, factSpec(name, {})])),
    charts: new Map([['rise', { value: chart, at: () => ({ file: 'rise.yaml', line: 1, column: 1 }) }]]),
    maps: new Map(),
  };
  const diagnostics = collectDiagnostics();
  reportUnusedFacts(edition, new Set(['in-prose']), diagnostics.report);
  expect(diagnostics.list().map(({ message }) => message)).toEqual(['the fact "nowhere" is printed nowhere']);
});
