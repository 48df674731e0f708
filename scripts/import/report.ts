import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import type { ImportedManuscript } from './import-manuscript.ts';
import type { Remark, RemarkKind } from './manuscript.ts';
import type { ImportOptions } from './pour/edition-files.ts';
import type { LostWords } from './words.ts';

/** What an import did, for the one who called for it. */
export interface DoneImport {
  readonly options: ImportOptions;
  readonly imported: ImportedManuscript;
  /** The file of each section from the project's root, by the section's name. */
  readonly files: ReadonlyMap<string, string>;
  readonly backup: string | undefined;
  /** What the manuscript says and the edition does not: a fault of the importer, which nobody must overlook. */
  readonly lost: readonly LostWords[];
  /** Whether the figures that stayed carry a label until they are adopted. */
  readonly labelled: boolean;
  /** What checking the edition says. */
  readonly left: readonly Diagnostic[];
}

/**
 * The report of an import, as text: the sections, what the manuscript said of itself, and three lines that tell what became
 * of the text, what was kept, and what a release still needs.
 */
export function reportImport(done: DoneImport): string {
  const { imported, files } = done;
  const { sections, meta, pictures, tables, notices } = imported;
  const width = Math.max(...sections.map(({ name }) => (files.get(name) ?? '').length));
  const lines = [
    ...sections.map(({ name, from, figures }) => {
      const file = (files.get(name) ?? '').padEnd(width);
      return `  ${file}  ${origins[from]}${besides(from, figures.length)}`;
    }),
    ...(meta.title === '' ? [] : [`title: ${meta.title}`]),
    ...(meta.date === undefined ? [] : [`date: ${meta.date}`]),
    ...(meta.partners.length === 0 ? [] : [`partners: ${meta.partners.join('; ')}`]),
    ...meta.contributors.map(
      ({ name, role, organisation }) => `contributor: ${[name, role, organisation].filter(Boolean).join(', ')}`,
    ),
    ...(pictures.size === 0 ? [] : [`pictures: ${[...pictures.keys()].join(', ')}`]),
    ...tables.map(
      ({ table, dataset, resource }) =>
        `table: “${resource.title}” became data: data/${dataset}.csv, with an entry "${dataset}" in data/datapackage.yaml, placed by ::table[${table}]`,
    ),
    ...notices.map((notice) => `note: ${notice}`),
    ...sayRemarks(imported.remarks).map((remark) => `note: ${remark}`),
    `Text: ${textLine(done)}`,
    `Kept: ${keptLine(done)}`,
    `For a release: ${releaseLine(done)}`,
  ];
  return visibleLines(lines);
}

const origins: Readonly<Record<ImportedManuscript['sections'][number]['from'], string>> = {
  'given way': 'the manuscript’s text',
  new: 'the manuscript’s text, a new section',
  figures: 'figures of sections that the manuscript does not have',
};

function besides(from: keyof typeof origins, figures: number): string {
  if (figures === 0) return '';
  return from === 'figures' ? `: ${figures}` : `, with ${counted(figures, 'figure')} beside it`;
}

function textLine({ imported, options, lost }: DoneImport): string {
  const { words, sections, gone, remarks } = imported;
  const texts = sections.filter(({ from }) => from !== 'figures').length;
  const where = `content/${options.edition}, in ${counted(texts, 'section')}`;
  const besides = remarks.some(({ effect }) => effect === 'left out') ? ', except what the notes above name' : '';
  const place =
    lost.length === 0
      ? `all ${counted(words, 'word')} of ${options.manuscript} are in ${where}, in their order${besides}`
      : `look at these words of ${options.manuscript}, which are missing from ${where}${besides}: ${lost
          .slice(0, shownPlaces)
          .map(({ words, near }) => `“${shortened(words)}” in “${near}”`)
          .join('; ')}${lost.length > shownPlaces ? `; and ${lost.length - shownPlaces} more` : ''}`;
  const replaced = gone.length === 0 ? '' : `; the text of ${list(gone.map((title) => `“${title}”`))} was taken out`;
  return `${place}${replaced}.`;
}

function keptLine({ imported, options, backup, labelled }: DoneImport): string {
  if (options.how === 'new') return `nothing, because content/${options.edition} is new.`;
  const figures = imported.sections.flatMap((section) => section.figures);
  const label = labelled
    ? `, labelled as added by the press until ${options.edition}’s partners adopt them (“adopted: true” in a figure’s file, or in content/${options.edition}/edition.yaml for all)`
    : '';
  const kept =
    options.how === 'over' ? 'nothing' : `${counted(figures.length, 'figure')}${figures.length > 0 ? label : ''}`;
  return backup === undefined
    ? `${kept}.`
    : `${kept}; what was there before is in ${backup}, and docs/manuscripts.md says how to go back to it.`;
}

function releaseLine({ imported, options, left }: DoneImport): string {
  const { edition } = options;
  const { meta, pictures } = imported;
  const numbers = left.filter(({ rule }) => rule === 'number-typed').length;
  const undescribed = left.filter(({ rule }) => rule === 'image-alt').length;
  const faults = left.filter(({ severity }) => severity === 'error').length;
  const needs = [
    ...(meta.date === undefined ? ['a date'] : []),
    ...(meta.contributors.length === 0 ? ['the names of its contributors'] : []),
    ...(undescribed > 0 && pictures.size > 0 ? [`a description of ${counted(undescribed, 'picture')}`] : []),
    ...(numbers > 0 ? [`a source for ${counted(numbers, 'number')}`] : []),
    ...(faults > 0 ? [`${counted(faults, 'fault')} to be set right`] : []),
    '“status: final”',
  ];
  return `${list(needs)}; npm run check -- ${edition} lists all with their places. A proof for now: npm run pdf -- ${edition}`;
}

/** Sentences on what was left out or changed: one for each kind, with the places. */
function sayRemarks(remarks: readonly Remark[]): readonly string[] {
  const kinds = Map.groupBy(remarks, ({ kind, effect }) => `${effect}: ${kind}`);
  return [...kinds.values()].map((same) => {
    const [first] = same;
    if (!first) return '';
    const [one, more] = names[first.kind];
    const what = same.length === 1 ? `a ${one}`.replace(/^a (?=[aeio])/, 'an ') : `${same.length} ${more}`;
    const verb = first.effect === 'left out' ? 'left out' : 'changed';
    return `${what} ${same.length === 1 ? 'was' : 'were'} ${verb}: ${same.slice(0, shownPlaces).map(placed).join('; ')}${
      same.length > shownPlaces ? `; and ${same.length - shownPlaces} more` : ''
    }`;
  });
}

/** Places of one kind that the report names; more would hide all else. */
const shownPlaces = 5;

function placed({ near, words }: Remark): string {
  const quoted = words === '' ? '' : `“${shortened(words)}”`;
  const where = near === '' ? 'at the head' : `near “${shortened(near)}”`;
  return [quoted, where].filter((part) => part !== '').join(' ');
}

function shortened(words: string): string {
  return words.length <= 80 ? words : `${words.slice(0, 79)}…`;
}

/** What each kind is called: one, and several. */
const names: Readonly<Record<RemarkKind, readonly [one: string, more: string]>> = {
  chart: ['chart', 'charts'],
  comment: ['comment', 'comments'],
  'cross reference': ['cross reference', 'cross references'],
  'deleted text': ['deleted passage', 'deleted passages'],
  diagram: ['diagram', 'diagrams'],
  drawing: ['drawing of lines and shapes', 'drawings of lines and shapes'],
  field: ['field', 'fields'],
  footer: ['footer', 'footers'],
  formula: ['formula', 'formulas'],
  header: ['header', 'headers'],
  'heading of notes': ['heading over the notes', 'headings over the notes'],
  'hidden text': ['hidden text', 'hidden texts'],
  'line of the cover': ['line of the cover', 'lines of the cover'],
  link: ['link', 'links'],
  'list of contents': ['list of contents', 'lists of contents'],
  'merged cells': ['table with merged cells', 'tables with merged cells'],
  navigation: ['menu', 'menus'],
  'nested table': ['table within a table', 'tables within tables'],
  numbering: ['numbering', 'numberings'],
  object: ['embedded object', 'embedded objects'],
  picture: ['picture', 'pictures'],
  'position of text': ['text box', 'text boxes'],
  'repeated title': ['repeated title', 'repeated titles'],
  script: ['raised or lowered text', 'raised or lowered texts'],
  symbol: ['symbol', 'symbols'],
  'uncalled note': ['note that nothing calls', 'notes that nothing calls'],
};

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}
