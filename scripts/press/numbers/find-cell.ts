import { distance } from 'fastest-levenshtein';
import { csvRecords } from '../data/csv-records.ts';
import type { DataPackage } from '../read/schemas/data-package.ts';
import type { FindCell } from './cell-texts.ts';
import type { SourceOf } from './printed-text.ts';
import { textPlace } from './text-place.ts';

/** In letters: larger files are not searched. */
const largest = 5_000_000;

/** How many letters around a place it is looked for by in a cell that a query has changed elsewhere: ever fewer. */
const windows = [24, 12, 6, 3] as const;

/**
 * Finds the cells of the datasets that hold a text, or, where a query has changed it, the words around a place in it. The
 * files are read when it is first asked.
 */
export function findCellIn(dataPackage: DataPackage, sourceOf: SourceOf): FindCell {
  const cells = lazily(() =>
    dataPackage.resources.flatMap(({ path }) => {
      if (!path.endsWith('.csv')) return [];
      const file = `data/${path}`;
      const source = sourceOf(file);
      // All cells of a larger file have no room in memory; its texts are told at the query that gives them.
      if (source.length > largest) return [];
      return [...csvRecords(source)].flatMap((record) =>
        record.cells.map(({ text, line, column, form }) => ({ text, source, place: { file, line, column }, form })),
      );
    }),
  );
  return (text, offset) => {
    for (const window of windows) {
      const from = Math.max(0, offset - window);
      const words = text.slice(from, offset + window);
      const holding = cells().filter((cell) => cell.text.includes(words));
      const [nearest] = holding.toSorted((one, other) => distance(one.text, text) - distance(other.text, text));
      if (!nearest) continue;
      const at = nearest.text === text ? offset : nearest.text.indexOf(words) + offset - from;
      return textPlace(nearest.source, nearest.place, nearest.text, at);
    }
    return undefined;
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
