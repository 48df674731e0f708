import { factMarks } from '../facts/fact-marks.ts';
import { findTextInCells, type SourceOf } from '../numbers/source-places.ts';
import type { DataPackage } from '../read/schemas/data-package.ts';
import type { Answers } from './answer-edition.ts';
import type { FactPlace } from './fact-place.ts';
import { sectionPlaces } from './section-places.ts';
import { yamlPlaces } from './yaml-places.ts';

/** The files that places lead to. */
export interface Grounds {
  readonly sourceOf: SourceOf;
  readonly dataPackage: DataPackage;
}

/**
 * Every place of an edition that prints a fact or whose query names one, in the order of the files: sections, then
 * edition.yaml, charts, maps, tables and timelines, then what stands in cells of the data.
 */
export async function factPlaces(
  { edition, asked, sources }: Answers,
  { sourceOf, dataPackage }: Grounds,
): Promise<readonly FactPlace[]> {
  const findCell = findTextInCells(dataPackage, sourceOf);
  const places = [...edition.sections.flatMap(sectionPlaces), ...yamlPlaces(edition, sourceOf)];
  for (const { of, source, place, table } of sources) {
    if ('query' in source) {
      const named = await asked.datasets.factsIn(source.query);
      places.push(...named.map((fact) => ({ fact, as: undefined, place, of, part: 'query' })));
    }
    const texts = new Set(
      table?.rows.flatMap((row) => Object.values(row).flatMap((cell) => (cell.kind === 'text' ? cell.text : []))),
    );
    const inQuery = 'query' in source ? source.query : '';
    for (const text of texts) {
      for (const { name: fact, as, start, end } of factMarks(text)) {
        // What the query itself writes is found in its file.
        if (inQuery.includes(text.slice(start, end))) continue;
        places.push({ fact, as, place: findCell(text, start) ?? place, of, part: 'cell' });
      }
    }
  }
  return places;
}
