import type { Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { AnsweredRun } from '../edition-run.ts';
import { factText } from '../facts/fact-text.ts';
import { fillFacts } from '../facts/fill-facts.ts';
import { placeOfOffset } from '../numbers/source-places.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition, SectionFile } from '../read/edition.ts';
import { dataTableId, placedId, planAnchors } from './anchors.ts';
import { coverKeyFigures } from './container-directives.ts';
import { directiveRow, directives } from './directives.ts';
import { element, words } from './elements.ts';
import { openEndnotes } from './endnotes.ts';
import { placeMap } from './figures.ts';
import { writeBody, writePhrase, writePhrasing } from './hypertext.ts';
import { parseMarkdown } from './markdown.ts';
import type { PlacedBlock, Prose, ProseSection } from './prose.ts';
import { reportSlips } from './slips.ts';
import { checkSection } from './structure.ts';
import { dataTables } from './tables.ts';
import type { InnerLink, Numbered, NumberLabel, PlaceAt, PlaceOf, Plan, SectionScope, Writing } from './writing.ts';

/**
 * Writes the words of an edition in reading order: the cover, then each section. Facts, citations and references are
 * resolved; what cannot be is reported and left out.
 *
 * @param trees the markdown of the sections, parsed, in their order
 */
export function writeProse(run: AnsweredRun, trees: readonly Root[], report: Report): Prose {
  const { within, record } = openWriting(run, trees, report);
  const { edition } = run;
  const cover = within({ name: undefined, definitions: [] });
  const keyFigures = coverKeyFigures(cover);
  const coverMap = mapOfCover(cover);
  const sections = edition.sections.map((section, index) => {
    const tree = trees[index] ?? parseMarkdown(section.markdown);
    return writeSection(section, tree, within({ name: section.name, definitions: definitionsIn(tree) }));
  });
  const { placed, printedFacts } = record;
  const tablesBehind = dataTables(coverMap, placed, cover);
  const anchors = [
    ...cover.plan.anchors.known,
    ...[...(coverMap ? [coverMap] : []), ...placed].flatMap((block) => ('name' in block ? [placedId(block)] : [])),
    ...tablesBehind.map(dataTableId),
  ];
  checkInnerLinks(record.links, new Set(anchors), report);
  reportUnplaced(record.placedAt, edition, report);
  const notes = cover.endnotes.notes();
  return { keyFigures, coverMap, sections, placed, notes, dataTables: tablesBehind, printedFacts };
}

/** What the writing of an edition has met so far. */
interface WritingRecord {
  readonly placed: readonly PlacedBlock[];
  /** Where charts, maps, tables and timelines are placed, by "kind name". */
  readonly placedAt: ReadonlyMap<string, Place>;
  readonly printedFacts: ReadonlySet<string>;
  readonly links: readonly InnerLink[];
}

/** The writing of an edition before its first word: to be continued within the cover, and within each section. */
function openWriting(
  run: AnsweredRun,
  trees: readonly Root[],
  report: Report,
): { readonly within: (section: SectionScope) => Writing; readonly record: WritingRecord } {
  const { edition } = run;
  const placed: PlacedBlock[] = [];
  const placedAt = new Map<string, Place>();
  const printedFacts = new Set<string>();
  const links: InnerLink[] = [];
  const plan = planEdition(edition, trees, (name, as) =>
    // What is wrong with a fact in a title is reported where the title itself is written; there it counts as printed, too.
    factText(name, as, run, edition.meta.at(), () => {}),
  );
  const endnotes = openEndnotes(edition, report);
  const within = (section: SectionScope): Writing => {
    const writing: Writing = {
      ...run,
      report,
      plan,
      endnotes,
      section,
      body: (tree, placeOf) => writeBody(tree, placeOf, writing),
      phrasing: (node, placeOf) => writePhrasing(node, placeOf, writing),
      phrase: (text, place) => writePhrase(text, place, writing),
      factWords(name, as, place) {
        printedFacts.add(name);
        return factText(name, as, run, place, report);
      },
      fillFacts(text, place) {
        const filled = fillFacts(text, run, place, report);
        for (const name of filled.usedFacts) printedFacts.add(name);
        return filled.text;
      },
      countFact: (name) => void printedFacts.add(name),
      countPlaced(kind, name, place) {
        const before = placedAt.get(`${kind} ${name}`);
        if (!before) placedAt.set(`${kind} ${name}`, place);
        return before;
      },
      standIn(block) {
        placed.push(block);
        return element('div', { dataPlaced: String(placed.length - 1) }, []);
      },
      addLink: (link) => void links.push(link),
    };
    return writing;
  };
  return { within, record: { placed, placedAt, printedFacts, links } };
}

/**
 * Numbers what the sections place, in the order in which they place it, and gives each place its id.
 *
 * @param wordsOf what a fact in a title prints
 */
function planEdition(
  edition: Edition,
  trees: readonly Root[],
  wordsOf: (name: string, as: string | undefined) => string | undefined,
): Plan {
  const numbered = new Map<string, Numbered>();
  const counts = new Map<NumberLabel, number>();
  for (const tree of trees) {
    visit(tree, 'leafDirective', (node) => {
      const label = directiveRow('leaf', node.name)?.label;
      const key = `${node.name} ${textOfNode(node)}`;
      if (label === undefined || numbered.has(key)) return;
      const number = (counts.get(label) ?? 0) + 1;
      counts.set(label, number);
      numbered.set(key, { number, label });
    });
  }
  const sectionTitles = new Map(edition.sections.map(({ name }, index) => [name, titleOf(trees[index], wordsOf)]));
  return { numbered, sectionTitles, anchors: planAnchors(edition, trees) };
}

function titleOf(tree: Root | undefined, wordsOf: Parameters<typeof planEdition>[2]): string {
  const heading = tree?.children.find((node) => node.type === 'heading');
  if (!heading) return '';
  const filled = structuredClone(heading);
  visit(filled, 'textDirective', (node) => {
    const text = node.name === 'fact' ? wordsOf(textOfNode(node), node.attributes?.as ?? undefined) : undefined;
    if (text !== undefined) node.children = [words(text)];
  });
  return textOfNode(filled);
}

/** The map on the cover: not numbered, since a cover is not cited. */
function mapOfCover(writing: Writing) {
  const { meta } = writing.edition;
  const name = meta.value.cover.map;
  return name === undefined ? undefined : placeMap(name, meta.at('cover', 'map'), writing);
}

function writeSection(section: SectionFile, tree: Root, writing: Writing): ProseSection {
  const { markdown, file } = section;
  const placeOf = placeIn(section);
  const placeAt: PlaceAt = (offset) => placeOfOffset(markdown, file, offset);
  checkSection({ section, tree, placeOf, placeAt }, writing.report);
  reportSlips({ tree, markdown, placeAt }, writing);
  const { children } = tree;
  const [head, ...rest] = children;
  const headed = head?.type === 'heading';
  return {
    name: section.name,
    id: writing.plan.anchors.ofSection(section.name),
    title: headed ? writing.phrasing(head, placeOf) : [words(section.name)],
    body: writing.body({ type: 'root', children: headed ? rest : children }, placeOf),
    place: placeOf(head ?? { position: undefined }),
  };
}

function definitionsIn(tree: Root): SectionScope['definitions'] {
  const definitions: SectionScope['definitions'][number][] = [];
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
  });
  return definitions;
}

/** Lines and columns of a section's nodes; an offset within a text node counts along its first line. */
function placeIn({ file }: SectionFile): PlaceOf {
  return (node, offset = 0) => {
    const start = node.position?.start;
    return { file, line: start?.line ?? 1, column: (start?.column ?? 1) + offset };
  };
}

function checkInnerLinks(links: readonly InnerLink[], anchors: ReadonlySet<string>, report: Report): void {
  for (const { id, written, place } of links) {
    if (anchors.has(id)) continue;
    report({
      rule: 'link-anchor',
      place,
      message: `the link "#${written}" leads to no place in this edition`,
      cure: didYouMean(written, anchors, 'places'),
    });
  }
}

/** Reports charts, maps, tables and timelines that no section places, nor the cover. */
function reportUnplaced(placedAt: WritingRecord['placedAt'], edition: Edition, report: Report): void {
  for (const { form, name: kind } of directives) {
    if (form !== 'leaf') continue;
    const specs: ReadonlyMap<string, Located<unknown>> = edition[`${kind}s`];
    for (const [name, spec] of specs) {
      if (placedAt.has(`${kind} ${name}`)) continue;
      report({
        rule: 'chart-unused',
        place: spec.at(),
        message: `no section places the ${kind} "${name}"`,
        cure: `place it with ::${kind}[${name}], or take its file out`,
      });
    }
  }
}
