import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { factText } from '../facts/fact-text.ts';
import { placeOfOffset } from '../numbers/source-places.ts';
import type { Edition, SectionFile } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';
import { isAdopted } from './adoption.ts';
import { checkFootnotes } from './check-footnotes.ts';
import { checkStructure } from './check-structure.ts';
import { checkTables } from './check-tables.ts';
import { sourceLine } from './cite.ts';
import type { PlaceAt, PlaceOf, ProseContext, SectionScope } from './context.ts';
import { dataTables } from './data-tables.ts';
import { parseMarkdown } from './markdown.ts';
import { openNoteBook } from './note-book.ts';
import { phrase, placeNamed } from './place-named.ts';
import { planEdition } from './plan.ts';
import type { KeyFigureStrip, PlacedFigure, Prose, ProseSection } from './prose.ts';
import { reportSlips } from './report-slips.ts';
import { phrasingOf, writeHast } from './to-hast.ts';

/**
 * Writes the words of an edition in reading order: the cover, then each section. Facts, citations and references are
 * resolved; what cannot be is reported and left out.
 *
 * @param trees the markdown of the sections, parsed, in their order
 */
export function writeProse(
  edition: Edition,
  trees: readonly Root[],
  { facts, tables, sourceOf }: Pick<ProseContext, 'facts' | 'tables' | 'sourceOf'>,
  report: Report,
): Prose {
  const printedFacts = new Set<string>();
  const wordsInTitle = (name: string, as: string | undefined) =>
    // What is wrong with it is told where the title itself is written.
    factText(name, as, { facts, edition, printed: printedFacts }, edition.meta.at(), () => {});
  const plan = planEdition(edition, trees, wordsInTitle);
  const context: ProseContext = {
    ...{ edition, facts, tables, sourceOf, report, plan },
    section: { name: undefined, definitions: [], noteNumbers: new Map() },
    notes: openNoteBook((number) =>
      fillLabel(edition.labels, 'note-call', { number: String(number) }, edition.meta.at(), report),
    ),
    placed: [],
    printedFacts,
    used: new Map(),
    anchors: new Set(plan.anchors.known),
    innerLinks: [],
  };
  const keyFigures = coverFigures(context);
  const coverMap = mapOfCover(context);
  const sections = edition.sections.map((section, index) => writeSection(section, trees[index], context));
  const tablesBehind = dataTables(coverMap, context);
  checkInnerLinks(context);
  reportUnused(context);
  const { placed } = context;
  return { keyFigures, coverMap, sections, placed, notes: context.notes.notes, dataTables: tablesBehind, printedFacts };
}

function writeSection(
  section: SectionFile,
  tree: ReturnType<typeof parseMarkdown> | undefined,
  edition: ProseContext,
): ProseSection {
  const placeOf = placeIn(section);
  const { children } = tree ?? parseMarkdown(section.markdown);
  const root = { type: 'root' as const, children };
  const context = {
    ...edition,
    section: { name: section.name, definitions: definitionsIn(root), noteNumbers: new Map() },
  };
  checkStructure(section, root, placeOf, context.report);
  checkFootnotes(root, placeOf, context.report);
  const { markdown, file } = section;
  const placeAt: PlaceAt = (offset) => placeOfOffset(markdown, file, offset);
  checkTables({ tree: root, markdown, placeAt }, context.report);
  reportSlips({ tree: root, markdown, placeAt }, context);
  const [head, ...rest] = children;
  const headed = head?.type === 'heading';
  return {
    name: section.name,
    id: context.plan.anchors.ofSection(section.name),
    title: headed ? phrasingOf(head, placeOf, context) : [{ type: 'text', value: section.name }],
    body: writeHast({ type: 'root', children: headed ? rest : children }, placeOf, context),
    place: placeOf(head ?? { position: undefined }),
  };
}

function definitionsIn(tree: Root): SectionScope['definitions'] {
  const found: (Definition | FootnoteDefinition)[] = [];
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
  });
  return found;
}

/** Lines and columns of a section's nodes; an offset within a text node counts along its first line. */
function placeIn(section: SectionFile): PlaceOf {
  return (node, offset = 0) => {
    const start = node.position?.start;
    return { file: section.file, line: start?.line ?? 1, column: (start?.column ?? 1) + offset };
  };
}

function coverFigures(context: ProseContext): KeyFigureStrip {
  const { meta } = context.edition;
  const { key_figures, adopted } = meta.value.cover;
  const items = key_figures.map(({ figure, text, source }, index) => {
    const at = (key: string) => meta.at('cover', 'key_figures', index, key);
    return {
      figure: phrase(figure, at('figure'), context),
      text: phrase(text, at('text'), context),
      source: sourceLine(
        source.map((id) => ({ id, place: at('source') })),
        context,
      ),
      place: meta.at('cover', 'key_figures', index),
    };
  });
  const what = 'the key figures of the cover';
  const said = {
    adopted,
    what,
    place: meta.at('cover', 'adopted'),
    cure: 'write "adopted: true" once they have, or take them out',
  };
  return { items, adopted: items.length === 0 || isAdopted(said, context) };
}

/** The map on the cover: not numbered, since a cover is not cited. */
function mapOfCover(context: ProseContext): PlacedFigure | undefined {
  const { meta } = context.edition;
  const name = meta.value.cover.map;
  if (name === undefined) return undefined;
  const block = placeNamed('map', name, meta.at('cover', 'map'), context);
  return block?.kind === 'map' ? block : undefined;
}

function checkInnerLinks({ innerLinks, anchors, report }: ProseContext): void {
  for (const { id, written, place } of innerLinks) {
    if (anchors.has(id)) continue;
    report({
      rule: 'link-anchor',
      place,
      message: `the link "#${written}" leads to no place in this edition`,
      cure: didYouMean(written, anchors, 'places'),
    });
  }
}

function reportUnused({ edition, used, report }: ProseContext): void {
  for (const [kind, specs] of [
    ['chart', edition.charts],
    ['map', edition.maps],
    ['table', edition.tables],
    ['timeline', edition.timelines],
  ] as const) {
    for (const [name, spec] of specs) {
      if (used.has(`${kind} ${name}`)) continue;
      report({
        rule: 'chart-unused',
        place: spec.at(),
        message: `no section places the ${kind} "${name}"`,
        cure: `place it with ::${kind}[${name}], or take its file out`,
      });
    }
  }
}
