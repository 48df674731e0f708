import { codePoint } from 'dingbat-to-unicode';
import type { PartKind, Place } from './document-text.ts';
import {
  childOf,
  childrenOf,
  elementsOf,
  isOn,
  type Relation,
  settingOf,
  textOfXml,
  type XmlElement,
} from './word-package.ts';

/** What a Word document consists of, one after the other, as far as it says something to readers: its text as a stream of events. */
export type WordEvent =
  | { readonly is: 'paragraph'; readonly within: Place['within']; readonly isHeading: boolean }
  /** Joined: its end was deleted under tracked changes, so that the next paragraph goes on in it. */
  | { readonly is: 'end of paragraph'; readonly isJoined: boolean }
  /** Text of the body, or of a part of a kind. */
  | { readonly is: 'text'; readonly text: string; readonly part: PartKind | undefined }
  | { readonly is: 'part'; readonly kind: PartKind; readonly text: string; readonly detail: string }
  /** A text box stands beside its paragraph: it is read after it. */
  | { readonly is: 'box'; readonly events: () => Iterable<WordEvent> }
  | { readonly is: 'note'; readonly note: string }
  | { readonly is: 'field'; readonly char: string; readonly entry: string }
  | { readonly is: 'instruction'; readonly text: string };

/** What a part of the package needs to be read. */
export interface Source {
  readonly styles: WordStyles;
  readonly relations: ReadonlyMap<string, Relation>;
  /** The text of another part: a chart, a diagram, a comment, a header, an embedded document. */
  readonly textOf: (kind: PartKind, id: string) => string;
  /** The type of a picture's bytes. */
  readonly typeOf: (name: string) => string;
}

interface Scope {
  readonly source: Source;
  readonly within: Place['within'];
  /** The paragraph that is read, for its style. */
  readonly paragraph: XmlElement | undefined;
  /** The part that text belongs to; none in the body. */
  readonly part: PartKind | undefined;
}

type Reader = (element: XmlElement, scope: Scope) => Iterable<WordEvent>;

/**
 * The events of an element of WordprocessingML (ECMA-376 part 1, 17), in order. Insertions under tracked changes are text and
 * deletions are not (17.13.5). Of alternatives the first that a current Word shows is read (part 3, 9.3). An element that is
 * not known is read through: whatever wraps text, the text is found.
 */
export function eventsOf(element: XmlElement, source: Source, within: Place['within'] = 'text'): Iterable<WordEvent> {
  return inside(element, { source, within, paragraph: undefined, part: undefined });
}

function* inside(element: XmlElement, scope: Scope): Iterable<WordEvent> {
  for (const child of childrenOf(element)) yield* read(child, scope);
}

function* read(element: XmlElement, scope: Scope): Iterable<WordEvent> {
  const reader = readers.get(element.name);
  if (reader) yield* reader(element, scope);
  else if (!element.name.endsWith('Pr')) yield* inside(element, scope);
}

const nothing: Reader = () => [];
const text =
  (value: string): Reader =>
  (_, { part }) => [{ is: 'text', text: value, part }];
const note: Reader = ({ name, attributes }, { part }) =>
  part === undefined ? [{ is: 'note', note: `${name.slice(2, -9)} ${attributes.get('w:id') ?? ''}` }] : [];
const partOf = (kind: PartKind, words = '', detail = ''): WordEvent => ({ is: 'part', kind, text: words, detail });

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...['w:del', 'w:moveFrom', 'w:delText', 'w:delInstrText', 'v:shapetype', 'w:ffData', 'w:fldData'].map(
    (name) => [name, nothing] as const,
  ),
  ['w:p', readParagraph],
  ['w:r', readRun],
  ['w:t', readLetters],
  ['w:tab', text('\t')],
  ['w:ptab', text('\t')],
  ['w:br', text('\n')],
  ['w:cr', text('\n')],
  ['w:noBreakHyphen', text('-')],
  ['w:sym', readSymbol],
  ['w:tbl', (table, scope) => inside(table, { ...scope, within: scope.within === 'note' ? 'note' : 'table' })],
  ['w:tr', readRow],
  ['w:tc', readCell],
  ['w:sdt', readContentControl],
  ['w:ruby', readRuby],
  ['mc:AlternateContent', readAlternatives],
  ['w:footnoteReference', note],
  ['w:endnoteReference', note],
  [
    'w:commentReference',
    ({ attributes }, { source }) => {
      return [partOf('comment', source.textOf('comment', attributes.get('w:id') ?? ''))];
    },
  ],
  ['w:fldChar', readFieldCharacter],
  ['w:instrText', (element) => [{ is: 'instruction', text: textOfXml(element) }]],
  ['w:fldSimple', readSimpleField],
  ['w:pgNum', () => [partOf('page number')]],
  ['m:oMath', (formula) => [partOf('formula', wordsIn(formula, ['m:t', 'w:t'], ' '))]],
  ['w:sectPr', readSection],
  ['w:altChunk', readChunk],
  ['w:subDoc', readChunk],
  ['w:drawing', readDrawing],
  ['w:pict', readDrawing],
  ['w:object', readObject],
  ['w:control', ({ attributes }) => [partOf('object', '', attributes.get('w:name') ?? '')]],
  [
    'w:txbxContent',
    (box, scope) => {
      const within = scope.within === 'note' ? 'note' : 'text box';
      return [{ is: 'box', events: () => inside(box, { ...scope, within, paragraph: undefined }) }];
    },
  ],
  ['a:p', (paragraph) => [{ is: 'text', text: `${wordsIn(paragraph, ['a:t'], '')}\n`, part: 'drawing' }]],
  ['v:textpath', ({ attributes }) => [{ is: 'text', text: `${attributes.get('string') ?? ''}\n`, part: 'drawing' }]],
  ['pic:pic', (picture, { source }) => [pictureOf(childOf(picture, 'pic:blipFill', 'a:blip'), source)]],
  ['v:imagedata', (picture, { source }) => [pictureOf(picture, source)]],
  ['c:chart', ({ attributes }, { source }) => [partOf('chart', source.textOf('chart', attributes.get('r:id') ?? ''))]],
  ['cx:chart', ({ attributes }, { source }) => [partOf('chart', source.textOf('chart', attributes.get('r:id') ?? ''))]],
  [
    'dgm:relIds',
    ({ attributes }, { source }) => [partOf('diagram', source.textOf('diagram', attributes.get('r:dm') ?? ''))],
  ],
]);

function* readParagraph(paragraph: XmlElement, scope: Scope): Iterable<WordEvent> {
  const kind = scope.source.styles.kindOf(paragraph);
  const part = scope.part ?? (kind === 'list of contents' ? kind : undefined);
  const mark = childOf(paragraph, 'w:pPr', 'w:rPr');
  yield { is: 'paragraph', within: scope.within, isHeading: kind === 'heading' };
  yield* inside(paragraph, { ...scope, paragraph, part });
  const section = childOf(paragraph, 'w:pPr', 'w:sectPr');
  if (section) yield* readSection(section, scope);
  yield { is: 'end of paragraph', isJoined: childrenOf(mark).some(({ name }) => /^w:(del|moveFrom)$/.test(name)) };
}

function* readRun(run: XmlElement, scope: Scope): Iterable<WordEvent> {
  const isHidden = scope.source.styles.hides(run, scope.paragraph);
  const inner: Scope = isHidden && scope.part === undefined ? { ...scope, part: 'hidden text' } : scope;
  const hasOwnMark = childrenOf(run).some((child) => isTrue(child.attributes.get('w:customMarkFollows')));
  for (const child of childrenOf(run)) {
    // The sign that calls a note by the authors' own numbering (17.11.14): the edition numbers its notes.
    if (hasOwnMark && (child.name === 'w:t' || child.name === 'w:sym')) continue;
    if (child.name === 'w:t') yield* readLetters(child, inner, fontOf(run));
    else yield* read(child, inner);
  }
}

/** Letters of symbol fonts are kept in U+F000 to U+F0FF (17.3.3.30): what they show depends on the font. */
function* readLetters(element: XmlElement, { part }: Scope, font = 'Symbol'): Iterable<WordEvent> {
  for (const [letters] of textOfXml(element).matchAll(/[\uF000-\uF0FF]|[^\uF000-\uF0FF]+/g)) {
    const isSymbol = /[\uF000-\uF0FF]/.test(letters);
    yield isSymbol ? symbolOf(font, letters.charCodeAt(0), part) : { is: 'text', text: letters, part };
  }
}

function readSymbol({ attributes }: XmlElement, { part }: Scope): readonly WordEvent[] {
  const code = Number.parseInt(attributes.get('w:char') ?? '', 16);
  return [symbolOf(attributes.get('w:font') ?? 'Symbol', code, part)];
}

function symbolOf(font: string, code: number, part: PartKind | undefined): WordEvent {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const known = codePoint(font, isPrivate ? code - 0xf000 : code)?.string;
  if (known !== undefined) return { is: 'text', text: known, part };
  return isPrivate || !(code >= 0x20)
    ? partOf('symbol', '', `${font} ${code.toString(16)}`)
    : { is: 'text', text: String.fromCodePoint(code), part };
}

function fontOf(run: XmlElement): string | undefined {
  const fonts = childOf(run, 'w:rPr', 'w:rFonts')?.attributes;
  return fonts?.get('w:ascii') ?? fonts?.get('w:hAnsi');
}

function readRow(row: XmlElement, scope: Scope): Iterable<WordEvent> {
  const properties = childOf(row, 'w:trPr');
  if (childOf(properties, 'w:del')) return [];
  return inside(row, isOn(childOf(properties, 'w:hidden')) ? { ...scope, part: 'hidden text' } : scope);
}

/** What a cell holds that continues a merged one is not shown (17.4.84). */
function readCell(cell: XmlElement, scope: Scope): Iterable<WordEvent> {
  const properties = childOf(cell, 'w:tcPr');
  if (childOf(properties, 'w:cellDel')) return [];
  const merges = [childOf(properties, 'w:vMerge'), childOf(properties, 'w:hMerge')];
  const continues = merges.some((merge) => merge && settingOf(merge) !== 'restart');
  return inside(cell, continues ? { ...scope, part: scope.part ?? 'hidden text' } : scope);
}

function readContentControl(control: XmlElement, scope: Scope): Iterable<WordEvent> {
  const gallery = settingOf(childOf(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')) ?? '';
  return inside(
    control,
    /^table of contents$/i.test(gallery) ? { ...scope, part: scope.part ?? 'list of contents' } : scope,
  );
}

/** Its guide, set in small above the text (17.3.3.25), is a part; the text goes on. */
function* readRuby(ruby: XmlElement, scope: Scope): Iterable<WordEvent> {
  for (const child of childrenOf(ruby)) {
    if (child.name === 'w:rt') yield partOf('ruby', wordsIn(child, ['w:t'], ''));
    else yield* read(child, scope);
  }
}

function readAlternatives(alternatives: XmlElement, scope: Scope): Iterable<WordEvent> {
  const choice = childOf(alternatives, 'mc:Choice') ?? childOf(alternatives, 'mc:Fallback');
  return choice ? inside(choice, scope) : [];
}

function readFieldCharacter(element: XmlElement): readonly WordEvent[] {
  const list = childOf(element, 'w:ffData', 'w:ddList');
  const chosen = Number(settingOf(childOf(list, 'w:result')) ?? settingOf(childOf(list, 'w:default')) ?? 0);
  const entries = childrenOf(list).filter(({ name }) => name === 'w:listEntry');
  const char = element.attributes.get('w:fldCharType') ?? '';
  return [{ is: 'field', char, entry: settingOf(entries[chosen]) ?? '' }];
}

function* readSimpleField(field: XmlElement, scope: Scope): Iterable<WordEvent> {
  yield { is: 'field', char: 'begin', entry: '' };
  yield { is: 'instruction', text: field.attributes.get('w:instr') ?? '' };
  yield { is: 'field', char: 'separate', entry: '' };
  yield* inside(field, scope);
  yield { is: 'field', char: 'end', entry: '' };
}

function* readSection(section: XmlElement, { source }: Scope): Iterable<WordEvent> {
  for (const { name, attributes } of childrenOf(section)) {
    if (name !== 'w:headerReference' && name !== 'w:footerReference') continue;
    const kind = name === 'w:headerReference' ? 'header' : 'footer';
    const words = source.textOf(kind, attributes.get('r:id') ?? '');
    if (words.trim() !== '') yield partOf(kind, words, attributes.get('w:type') ?? '');
  }
}

function readChunk({ attributes }: XmlElement, { source }: Scope): readonly WordEvent[] {
  const id = attributes.get('r:id') ?? '';
  return [partOf('embedded document', source.textOf('embedded document', id), source.relations.get(id)?.target ?? '')];
}

/** A drawing that holds neither text nor a picture is one of lines and shapes. Rules across the page say nothing. */
function* readDrawing(drawing: XmlElement, scope: Scope): Iterable<WordEvent> {
  const isHidden = elementsOf(drawing, 'wp:docPr').some(({ attributes }) => isTrue(attributes.get('hidden')));
  const events = [...inside(drawing, isHidden ? { ...scope, part: scope.part ?? 'hidden text' } : scope)];
  yield* events;
  const isRule = [...elementsOf(drawing, 'v:rect'), ...elementsOf(drawing, 'v:shape')].some(({ attributes }) =>
    ['t', 'true'].includes(attributes.get('o:hr') ?? ''),
  );
  const isDrawn = childrenOf(drawing).some(({ name }) => name !== 'v:shapetype');
  if (events.length === 0 && isDrawn && !isRule) yield partOf('drawing');
}

/** An object of another program (17.3.3.19). Its picture is a copy of what it shows. */
function* readObject(object: XmlElement, scope: Scope): Iterable<WordEvent> {
  const program = elementsOf(object, 'o:OLEObject')[0]?.attributes.get('ProgID');
  const events = [...inside(object, scope)];
  yield* events.filter((event) => !(event.is === 'part' && /picture$/.test(event.kind)));
  if (program?.startsWith('Equation')) yield partOf('formula', '', program);
  else if (!elementsOf(object, 'w:control').length) yield partOf('object', '', program ?? '');
}

/** Formats that are shown by more than Office itself. */
const common = /^image\/(png|jpe?g|pjpeg|gif|svg\+xml|webp|bmp|tiff?)$/i;

function pictureOf(reference: XmlElement | undefined, { relations, typeOf }: Source): WordEvent {
  const ids = ['r:embed', 'r:link', 'r:id', 'r:href', 'r:pict'].map((name) => reference?.attributes.get(name));
  const relation = ids.map((id) => relations.get(id ?? '')).find((found) => found !== undefined);
  if (!relation) return partOf('unknown picture', '', 'without a file');
  if (relation.external) return partOf('unknown picture', '', 'linked');
  const type = typeOf(relation.target);
  return partOf(common.test(type) ? 'picture' : 'unknown picture', '', type);
}

function wordsIn(element: XmlElement, names: readonly string[], between: string): string {
  return childrenOf(element)
    .map((child) => (names.includes(child.name) ? textOfXml(child) : wordsIn(child, names, between)))
    .filter((words) => words !== '')
    .join(between);
}

/** What the styles of a document say of its runs and paragraphs. */
interface WordStyles {
  /** Whether a run is hidden: by itself, by its styles or by the document's defaults. */
  readonly hides: (run: XmlElement, paragraph: XmlElement | undefined) => boolean;
  /** What a paragraph is. A line of contents is one of a list that Word makes: of headings, figures, words. */
  readonly kindOf: (paragraph: XmlElement) => 'heading' | 'list of contents' | 'text';
}

interface Style {
  readonly element: XmlElement;
  readonly name: string;
  readonly base: string | undefined;
}

/** Reads a document's styles (ECMA-376 part 1, 17.7). */
export function readWordStyles(root: XmlElement | undefined): WordStyles {
  const styles = childrenOf(root).filter(({ name }) => name === 'w:style');
  const byId = new Map(
    styles.map((element): [string, Style] => [
      element.attributes.get('w:styleId') ?? '',
      {
        element,
        name: (settingOf(childOf(element, 'w:name')) ?? '').toLowerCase(),
        base: settingOf(childOf(element, 'w:basedOn')),
      },
    ]),
  );
  const usual = styles.find(
    ({ attributes }) => attributes.get('w:type') === 'paragraph' && isTrue(attributes.get('w:default')),
  );
  const defaults = childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');

  /** A style and those that it is based on, itself first. */
  const chain = (id: string | undefined): readonly Style[] => {
    const found: Style[] = [];
    for (let style = byId.get(id ?? ''); style && !found.includes(style); style = byId.get(style.base ?? '')) {
      found.push(style);
    }
    return found;
  };
  const ofParagraph = (paragraph: XmlElement | undefined) =>
    chain(settingOf(childOf(paragraph, 'w:pPr', 'w:pStyle')) ?? usual?.attributes.get('w:styleId'));
  const set = (group: readonly Style[], property: string) =>
    group.map(({ element }) => isOn(childOf(element, 'w:rPr', property))).find((value) => value !== undefined);

  return {
    hides(run, paragraph) {
      const marks = childOf(run, 'w:rPr');
      const levels = [ofParagraph(paragraph), chain(settingOf(childOf(marks, 'w:rStyle')))];
      const web = isOn(childOf(marks, 'w:webHidden')) ?? levels.some((level) => set(level, 'w:webHidden') === true);
      const own = isOn(childOf(marks, 'w:vanish'));
      if (own !== undefined) return own || web;
      // Between the levels of styles hiding is switched: hidden twice is shown (17.7.3). Defaults that hide, hide all.
      const switched = levels.filter((level) => set(level, 'w:vanish') === true).length % 2 === 1;
      return switched || isOn(childOf(defaults, 'w:vanish')) === true || web;
    },
    kindOf(paragraph) {
      const group = ofParagraph(paragraph);
      if (group.some(({ name }) => /^(toc|contents) (\d|heading)|^table of (contents|figures)/.test(name)))
        return 'list of contents';
      const level = [paragraph, ...group.map(({ element }) => element)]
        .map((element) => settingOf(childOf(element, 'w:pPr', 'w:outlineLvl')))
        .find((value) => value !== undefined);
      const isHeading = level === undefined ? group.some(({ name }) => /^heading \d/.test(name)) : Number(level) < 9;
      return isHeading ? 'heading' : 'text';
    },
  };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
