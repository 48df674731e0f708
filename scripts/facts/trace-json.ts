import { cellWords } from '../press/data/cell-words.ts';
import type { FactTrace } from '../press/trace/fact-trace.ts';
import { factJson, placeJson } from './facts-json.ts';

/** A trace as JSON, in the words of the audit: the fact, its rows, the facts behind it, and where it is printed. */
export function traceJson({ fact, datasets, dependsOn, places, namedBy }: FactTrace): object {
  return {
    ...factJson(fact),
    rests: datasets.map(({ dataset, file, extent, count, rows }) => ({
      dataset: dataset.name,
      file,
      retrieved: dataset.retrieved,
      digest: dataset.hash ?? null,
      extent,
      count,
      rows: rows.map(({ number, place, cells }) => ({
        number,
        place: place ?? null,
        cells: Object.fromEntries(
          Object.entries(cells).map(([column, cell]) => [column, cell.kind === 'missing' ? null : cellWords(cell)]),
        ),
      })),
    })),
    rests_on: dependsOn.map(traceJson),
    printed: places.map((place) => ({ ...placeJson(place), text: place.text })),
    named_by: [...namedBy],
  };
}
