import { findFactUses } from '../facts/find-fact-uses.ts';
import { type SourceOf, textPlace } from '../numbers/source-places.ts';
import type { Edition, Located } from '../read/edition.ts';
import type { FactPlace } from './fact-place.ts';

/** Parts of a YAML file by their keys; what is not here is called by its key. */
const parts: Readonly<Record<string, string>> = {
  alt: 'alternative text',
  columns: 'head of a column',
  cover: 'key figure of the cover',
  data: 'cell',
  missing: 'missing value',
  more_data: 'cell',
  places: 'cell',
  short_title: 'running head',
  spec: 'drawing',
};

/** Where the YAML files of an edition print facts. */
export function yamlPlaces(edition: Edition, sourceOf: SourceOf): readonly FactPlace[] {
  const files: readonly (readonly [of: string, file: Located<unknown>])[] = [
    ['edition', edition.meta],
    ...(['charts', 'maps', 'tables', 'timelines'] as const).flatMap((kind) =>
      [...edition[kind]].map(([name, file]): readonly [string, Located<unknown>] => [
        `${kind.slice(0, -1)} ${name}`,
        file,
      ]),
    ),
  ];
  return files.flatMap(([of, file]) =>
    findFactUses(file, edition.language).map(({ form, fact, as, path, text, place: start, offset }) => {
      const key = String(path[0] ?? '');
      const place = textPlace(sourceOf(start.file), start, text, offset);
      return { fact, as, place, of, part: form === 'claim' ? form : (parts[key] ?? key) };
    }),
  );
}
