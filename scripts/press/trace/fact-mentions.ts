import type { Nodes } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import type { Place } from '../diagnostics/diagnostic.ts';
import { claimMarks } from '../facts/claim-marks.ts';
import { factMarks } from '../facts/fact-marks.ts';
import { findFactUses } from '../facts/find-fact-uses.ts';
import { findTextInCells, type SourceOf, textPlace } from '../numbers/source-places.ts';
import { parseMarkdown } from '../prose/markdown.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition, SectionFile } from '../read/edition.ts';
import type { Answers } from './edition-answers.ts';

/** One place of an edition's files that prints a fact, or rests on it. */
export interface FactMention {
  readonly fact: string;
  /** The other format that is asked for there, if one is. */
  readonly as: string | undefined;
  readonly place: Place;
  /** What it is a part of: "section civilian-harm", "chart killed-by-quarter", "edition". */
  readonly of: string;
  /** What part: "text", "heading", "note", "alternative text" … or "query", which prints what comes of it. */
  readonly part: string;
}

/**
 * Every place of an edition that prints a fact or whose query names one, in the order of the files: sections, then
 * edition.yaml, charts, maps, tables and timelines, then what stands in cells of the data.
 */
export async function factMentions({
  written,
  datasets,
  sources,
  dataPackage,
  sourceOf,
}: Answers): Promise<readonly FactMention[]> {
  const findCell = findTextInCells(dataPackage.value, sourceOf);
  const mentions = [...written.sections.flatMap(sectionMentions), ...fileMentions(written, sourceOf)];
  for (const { of, source, place, table } of sources) {
    if ('query' in source) {
      const named = await datasets.factsIn(source.query);
      mentions.push(...named.map((fact) => ({ fact, as: undefined, place, of, part: 'query' })));
    }
    const texts = new Set(
      table?.rows.flatMap((row) => Object.values(row).flatMap((cell) => (cell.kind === 'text' ? cell.text : []))),
    );
    const inQuery = 'query' in source ? source.query : '';
    for (const text of texts) {
      for (const { name: fact, as, start, end } of factMarks(text)) {
        // What the query itself writes is found in its file.
        if (inQuery.includes(text.slice(start, end))) continue;
        mentions.push({ fact, as, place: findCell(text, start) ?? place, of, part: 'cell' });
      }
    }
  }
  return mentions;
}

/** Where a section prints facts, or claims that are held against them, in reading order. */
function sectionMentions({ name, file, markdown }: SectionFile): readonly FactMention[] {
  const mentions: FactMention[] = [];
  const add = (node: Nodes, part: string, fact: string, as: string | undefined): void => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    mentions.push({ fact, as, place: { file, line, column }, of: `section ${name}`, part });
  };
  const walk = (node: Nodes, part: string): void => {
    const within = partOf(node) ?? part;
    if (node.type === 'textDirective' && node.name === 'fact') {
      add(node, within, textOfNode(node).trim(), node.attributes?.as ?? undefined);
    }
    if (node.type === 'textDirective' && node.name === 'claim' && node.attributes?.fact) {
      add(node, 'claim', node.attributes.fact, undefined);
    }
    if (node.type === 'image' && !node.data?.isLiteral) {
      for (const { fact } of claimMarks(node.alt ?? '')) if (fact) add(node, 'alternative text', fact, undefined);
      for (const mark of factMarks(node.alt ?? '')) add(node, 'alternative text', mark.name, mark.as);
    }
    if ('children' in node) for (const child of node.children) walk(child, within);
  };
  walk(parseMarkdown(markdown), 'text');
  return mentions;
}

/** What a node makes of the words within it, if anything. */
function partOf(node: Nodes): string | undefined {
  switch (node.type) {
    case 'heading':
      return 'heading';
    case 'footnoteDefinition':
      return 'note';
    case 'table':
      return 'table';
    case 'containerDirective':
      return node.name === 'key-figures' ? 'key figure' : 'call-out';
    default:
      return undefined;
  }
}

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
function fileMentions(edition: Edition, sourceOf: SourceOf): readonly FactMention[] {
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
