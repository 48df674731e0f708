import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Edition, Locate, Located } from '../read/edition.ts';
import type { FontCoverage } from '../read/font-coverage.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import type { Phrasing, PlacedBlock, Prose } from './prose.ts';

/**
 * Reports every character of an edition that one of its fonts does not have: it would be printed in a foreign one.
 *
 * @param datasets those that the edition names
 */
export function checkGlyphs(
  edition: Edition,
  prose: Prose,
  datasets: readonly Located<DatasetDescriptor>[],
  coverage: FontCoverage,
  report: Report,
): void {
  const check = (text: string, place: Place): void => {
    for (const character of coverage.missingFrom(text)) {
      report({
        rule: 'glyph-missing',
        place,
        message: `the character "${character.text}" (${character.code}) is not in ${character.family}`,
        cure: 'write it with other letters, or ask the designer for a font that has it',
      });
    }
  };
  const words = (phrasing: Phrasing, place: Place): void => tree({ type: 'root', children: [...phrasing] }, place);
  const tree = (root: Root, place: Place): void => {
    let near = place;
    visit(root, (node) => {
      if (node.position && near.file === place.file && node.type === 'element') {
        const { line, column } = node.position.start;
        if ('dataSource' in node.properties) near = { ...place, line, column };
      }
      if (node.type === 'text') check(node.value, near);
    });
  };
  for (const { title, body, place } of prose.sections) {
    words(title, place);
    tree(body, place);
  }
  for (const block of prose.placed) checkBlock(block, words, tree, check);
  for (const { columns, rows, place } of prose.dataTables) {
    for (const { head } of columns) words(head, place);
    for (const { text } of rows.flat()) check(text, place);
  }
  for (const { body, place } of prose.notes) words(body, place);
  for (const { figure, text, source, place } of prose.keyFigures.items) words([...figure, ...text, ...source], place);
  for (const { value, at } of datasets) {
    const { title, sources, licenses } = value;
    checkYaml({ title, sources, licenses }, at, check);
  }
  checkYaml(edition.meta.value, edition.meta.at, check);
  checkYaml(edition.labels.value, edition.labels.at, check);
}

function checkBlock(
  block: PlacedBlock,
  words: (phrasing: Phrasing, place: Place) => void,
  tree: (root: Root, place: Place) => void,
  check: (text: string, place: Place) => void,
): void {
  if (block.kind === 'callout') {
    words(block.title, block.place);
    tree(block.body, block.place);
    return;
  }
  if (block.kind === 'key-figures') {
    for (const { figure, text, source, place } of block.items) words([...figure, ...text, ...source], place);
    return;
  }
  words([...block.title, ...block.subtitle, ...block.note, ...block.source], block.place);
  if (block.kind === 'table') {
    for (const { head } of block.columns) words(head, block.place);
    for (const { cells } of block.rows) for (const { text } of cells) check(text, block.place);
  }
  if (block.kind === 'timeline') {
    for (const { date, act, effect } of block.entries) check(`${date} ${act} ${effect}`, block.place);
  }
}

/** Every string of a YAML file, each at its own place. */
function checkYaml(value: unknown, at: Locate, check: (text: string, place: Place) => void): void {
  const walk = (part: unknown, path: readonly (string | number)[]): void => {
    if (typeof part === 'string') check(part, at(...path));
    else if (Array.isArray(part)) part.forEach((entry, index) => void walk(entry, [...path, index]));
    else if (typeof part === 'object' && part !== null) {
      for (const [key, entry] of Object.entries(part)) walk(entry, [...path, key]);
    }
  };
  walk(value, []);
}
