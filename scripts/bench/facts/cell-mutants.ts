import { cellWords } from '../../press/data/cell-words.ts';
import type { Compiled } from '../../press/index.ts';
import { placeOfCell, type SourceOf } from '../../press/numbers/source-places.ts';
import { changedValues } from './changed-value.ts';
import type { Mutant } from './mutant.ts';
import { usedCells } from './used-cells.ts';

/** A mutant for each cell of data that an edition uses. */
export async function cellMutants(compiled: Compiled, sourceOf: SourceOf): Promise<readonly Mutant[]> {
  const { descriptors } = compiled.ground.asked.datasets;
  const cells = await usedCells(compiled);
  const byColumn = Map.groupBy(cells, (cell) => `${cell.dataset} ${cell.column}`);
  const columnOf = (dataset: string, column: string) =>
    (byColumn.get(`${dataset} ${column}`) ?? []).map((cell) => cellWords(cell.value));
  return cells.flatMap(({ dataset, row, column, value }): readonly Mutant[] => {
    const descriptor = descriptors.get(dataset);
    const field = descriptor?.schema.fields.find(({ name }) => name === column);
    if (!descriptor || !field) return [];
    const file = `data/${descriptor.path}`;
    const before = cellWords(value);
    const place = placeOfCell(file, row, column, sourceOf) ?? { file, line: row + 2, column: 1 };
    const values = changedValues(before, field, columnOf(dataset, column));
    return [
      {
        class: 'cell of data',
        editions: [compiled.edition.name],
        changes: values.map((after) => ({ kind: 'cell', dataset, row, column, after })),
        asks: 'print or diagnostic',
        place,
        lines: [place.line, place.line],
        before: `${column} ${before === '' ? '(missing)' : before}`,
      },
    ];
  });
}
