import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import type { Fact } from '../../scripts/press/facts/fact.ts';
import { reportUnusedFacts } from '../../scripts/press/facts/report-unused.ts';
import { factSpec, sampleEdition } from './sample-facts.ts';

test('a fact is used where it is printed, and by a fact that is used, else it is told', () => {
  const dependsOn = { printed: ['part'], part: ['whole'], whole: [], nowhere: ['beside'], beside: [] };
  const specs = new Map(Object.keys(dependsOn).map((name) => [name, factSpec(name, {})]));
  const facts = new Map(
    Object.entries(dependsOn).map(([name, others]): [string, Fact] => {
      const { value: spec, at } = factSpec(name, {});
      const cell = { kind: 'number', decimal: '1' } as const;
      return [name, { name, spec, cell, upTo: undefined, text: '1', dependsOn: others, place: at() }];
    }),
  );
  const diagnostics = collectDiagnostics();
  reportUnusedFacts({ written: sampleEdition(specs), facts }, ['printed'], diagnostics.report);
  expect(diagnostics.list().map(({ message }) => message)).toEqual([
    'the fact "beside" is printed nowhere',
    'the fact "nowhere" is printed nowhere',
  ]);
});
