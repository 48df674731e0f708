import type { Located } from '../read/checked-yaml.ts';
import type { SourceAnswer } from '../trace/answer-edition.ts';
import type { AuditGround } from './audit-ground.ts';
import { filledTexts } from './filled-texts.ts';
import type { Print, PrintedAnswer } from './print.ts';
import { specOf } from './spec-of.ts';
import { statedValues } from './stated-values.ts';

/** All that the numbers of an edition can be explained by. */
export function printOf(ground: AuditGround, sources: readonly SourceAnswer[]): Print {
  const { edition, written, facts, typed, findCell } = ground;
  const context = { facts, edition };
  const filled = (file: Located<unknown>) => filledTexts(file, context);
  const answers = new Map(
    [...Map.groupBy(sources, ({ of }) => of)].flatMap(([of, asked]): readonly (readonly [string, PrintedAnswer])[] => {
      const spec = specOf(of, edition);
      const [main] = asked;
      if (!spec || !main) return [];
      const columns = 'columns' in spec.value ? (spec.value.columns ?? []).map(({ field }) => field) : [];
      const tables = asked.flatMap(({ table }) => table ?? []);
      return [[of, { tables, columns, place: main.place, filled: filled(spec) }]];
    }),
  );
  const ofTemplates = [edition.meta, edition.series, edition.labels, ...ground.datasets];
  const files = new Set(ofTemplates.map(({ at }) => at().file));
  return {
    ...{ language: edition.language, context, typed, answers, findCell },
    // Those of the cover are prose, whose facts are marked in the page.
    filled: filled(written.meta).filter(({ key }) => key !== 'cover'),
    stated: statedValues(ground),
    isOfTemplates: (file) => files.has(file),
  };
}
