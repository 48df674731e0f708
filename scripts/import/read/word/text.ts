import type { Break, FootnoteReference, Image } from 'mdast';
import { scriptSigns } from '../../structure/phrasing.ts';
import { collectPictures, type DrawingPlace, type Found, type Pictures, readDrawing } from './drawings.ts';
import type { EndedField, Fields } from './fields.ts';
import type { CountLists } from './numbering.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  elementsOf,
  type WordPackage,
  wordsIn,
  type XmlElement,
} from './package.ts';
import { type RunFormat, type Styles, signOf, textInFont } from './styles.ts';

/** What all stories of a document share. Lists, notes and pictures are counted as they are met. */
export interface WordDocument {
  readonly document: WordPackage;
  readonly styles: Styles;
  readonly count: CountLists;
  readonly pictures: Pictures;
  readonly notes: Notes;
  /** The words of comments by their ids. */
  readonly comments: ReadonlyMap<string, string>;
  /** All text that was moved, where it stands now, without spaces. */
  readonly movedTo: string;
}

/** A text of its own: the body, a note, a text box, a header. */
export interface Story {
  readonly word: WordDocument;
  /** The part that its relations belong to. */
  readonly part: string;
  readonly fields: Fields;
}

/** What a paragraph consists of, in reading order. */
export type Inline =
  | ({ readonly kind: 'text'; readonly text: string; readonly isScript: boolean } & Look)
  | ({ readonly kind: 'node'; readonly node: Image | FootnoteReference | Break } & Look)
  | { readonly kind: 'box'; readonly content: XmlElement }
  | { readonly kind: 'words'; readonly lines: readonly string[] }
  | { readonly kind: 'remark'; readonly remark: Found }
  | { readonly kind: 'left out'; readonly as: LeftOut; readonly text: string };

/** Text that is moved within the document is not left out: it is read where it was moved to. */
type LeftOut = 'hidden text' | 'deleted text' | 'moved text' | 'list of contents';

interface Look {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly delete: boolean;
  readonly url: string | undefined;
}

interface Scope {
  readonly story: Story;
  readonly style: string;
  readonly url: string | undefined;
  readonly out: 'deleted text' | 'moved text' | undefined;
}

const plain: Look = { strong: false, emphasis: false, delete: false, url: undefined };

/** Reads what stands in a paragraph. Whatever element is not known is read for what it holds: no wrapper hides text. */
export function readInlines(paragraph: XmlElement, story: Story, style: string): readonly Inline[] {
  return elementsOf(paragraph).flatMap((child) => readInline(child, { story, style, url: undefined, out: undefined }));
}

function readInline(element: XmlElement, scope: Scope): readonly Inline[] {
  const within = (inner: Scope) => elementsOf(element).flatMap((child) => readInline(child, inner));
  const { fields, word } = scope.story;
  switch (element.name) {
    case 'w:pPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
    case 'w:smartTagPr':
    case 'w:customXmlPr':
      return [];
    case 'w:r':
      return run(element, scope);
    case 'w:hyperlink':
      return within({ ...scope, url: addressOf(element, scope.story) });
    case 'w:fldSimple': {
      fields.begin(element.attributes['w:instr'] ?? '', childOf(element, 'w:ffData'));
      const inlines = within(scope);
      return [...inlines, ...endOfField(fields.end(), scope, plain)];
    }
    // Changes are accepted: what was moved stands where it was moved to.
    case 'w:del':
      return within({ ...scope, out: 'deleted text' });
    case 'w:moveFrom':
      return within({ ...scope, out: isElsewhere(element, word) ? 'moved text' : 'deleted text' });
    case 'm:oMath':
    case 'm:oMathPara':
      return formula(element, scope);
    case 'w:subDoc':
      return [remark('object', 'left out', addressOf(element, scope.story) ?? '')];
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return drawing(element, scope, plain, scope.out);
    case 'w:t':
      return run({ name: 'w:r', attributes: {}, children: [element] }, scope);
    default:
      return within(scope);
  }
}

/** Whether text that was moved away still stands where it was moved to: it may have been deleted there. */
function isElsewhere(moved: XmlElement, { movedTo }: WordDocument): boolean {
  return movedTo.includes(wordsIn(moved, ['w:t']).replaceAll(' ', ''));
}

/** Where a hyperlink leads outside; one to a place of the document itself leads nowhere in print. */
function addressOf({ attributes }: XmlElement, { word, part }: Story): string | undefined {
  const relation = word.document.relations(part).get(attributes['r:id'] ?? '');
  if (!relation?.isExternal || relation.target === '') return undefined;
  const anchor = attributes['w:anchor'];
  return anchor === undefined || relation.target.includes('#') ? relation.target : `${relation.target}#${anchor}`;
}

function run(element: XmlElement, scope: Scope): readonly Inline[] {
  const { word } = scope.story;
  const format = word.styles.run(childOf(element, 'w:rPr'), scope.style);
  const inlines: Inline[] = [];
  let mark: string | undefined;
  for (const child of elementsOf(element)) {
    const custom = customMark(child, element);
    // The sign that stands for a note's number is printed as a number.
    if (mark !== undefined && (child.name === 'w:t' || child.name === 'w:sym')) continue;
    inlines.push(...inRun(child, format, scope, custom));
    mark ??= custom;
  }
  return inlines;
}

function customMark({ attributes, name }: XmlElement, run: XmlElement): string | undefined {
  const isCustom = /^(?:1|true|on)$/.test(attributes['w:customMarkFollows'] ?? '');
  return isCustom && /^w:(?:foot|end)noteReference$/.test(name) ? wordsIn(run) : undefined;
}

function inRun(child: XmlElement, format: RunFormat, scope: Scope, mark: string | undefined): readonly Inline[] {
  const { word, fields } = scope.story;
  const { attributes } = child;
  const out = scope.out ?? (format.hidden ? 'hidden text' : undefined);
  const look = lookOf(format, scope);
  const say = (text: string) => shownText(text, format, scope);
  switch (child.name) {
    case 'w:rPr':
      return [];
    case 'w:t':
    case 'w:delText':
      return say(textInFont(textOf(child), format.font));
    case 'w:instrText':
      fields.instruct(textOf(child));
      return [];
    case 'w:fldChar': {
      const field = fields.mark(child);
      return out === undefined ? endOfField(field, scope, look) : [];
    }
    case 'w:tab':
    case 'w:ptab':
      return say(' ');
    case 'w:br':
    case 'w:cr':
      return out === undefined && fields.take(' ') && !fields.place().isContents
        ? [{ kind: 'node', node: { type: 'break' }, ...plain }]
        : say(' ');
    case 'w:noBreakHyphen':
      return say('\u2011');
    case 'w:sym':
      return symbol(attributes, format, scope);
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return note(child, out, scope, mark);
    case 'w:commentReference': {
      const words = word.comments.get(attributes['w:id'] ?? '');
      return words === undefined ? [] : [remark('comment', 'left out', words)];
    }
    case 'w:ruby': {
      const [base, above] = [childOf(child, 'w:rubyBase'), childOf(child, 'w:rt')].map((part) =>
        elementsOf(part).flatMap((inner) => readInline(inner, scope)),
      );
      // As browsers without ruby show it (HTML, rp).
      return [...(base ?? []), ...(above?.length ? [...say(' ('), ...above, ...say(')')] : [])];
    }
    case 'm:oMath':
      return formula(child, scope);
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
    case 'w:contentPart':
    case 'w:control':
      return drawing(child, scope, look, out);
    default:
      return elementsOf(child).flatMap((inner) => inRun(inner, format, scope, undefined));
  }
}

function lookOf(format: RunFormat, { url, story }: Scope): Look {
  const { strong, emphasis } = format;
  return { strong, emphasis, delete: format.delete, url: story.fields.place().url ?? url };
}

/** Text that is shown, or left out by name; none where it belongs to the instruction of a field. */
function shownText(text: string, format: RunFormat, scope: Scope): readonly Inline[] {
  const { fields } = scope.story;
  const out = scope.out ?? (format.hidden ? 'hidden text' : undefined);
  if (text === '' || !fields.take(out === undefined ? text : '')) return [];
  if (out !== undefined) return [{ kind: 'left out', as: out, text }];
  if (fields.place().isContents) return [{ kind: 'left out', as: 'list of contents', text }];
  const look = lookOf(format, scope);
  const signs = format.script && scriptSigns(text, format.script);
  const isScript = format.script !== undefined && signs === undefined && /\S/u.test(text);
  const shown = signs ?? text;
  // Signs for private use mean nothing in another font.
  const lost = (shown.match(/[\uE000-\uF8FF]/g) ?? []).join('');
  const known = lost === '' ? shown : shown.replace(/[\uE000-\uF8FF]/g, '');
  const inlines: readonly Inline[] = known === '' ? [] : [{ kind: 'text', text: known, isScript, ...look }];
  return lost === '' ? inlines : [...inlines, remark('symbol', 'left out', lost)];
}

function symbol(attributes: XmlElement['attributes'], format: RunFormat, scope: Scope): readonly Inline[] {
  const font = attributes['w:font'] ?? format.font;
  const sign = signOf(font, Number.parseInt(attributes['w:char'] ?? '', 16));
  if (sign !== undefined) return shownText(sign, format, scope);
  return format.hidden || scope.out || !scope.story.fields.take('') ? [] : [remark('symbol', 'left out', '')];
}

function note(
  { name, attributes }: XmlElement,
  out: LeftOut | undefined,
  { story }: Scope,
  mark: string | undefined,
): readonly Inline[] {
  const { notes } = story.word;
  const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const id = attributes['w:id'] ?? '';
  if (!story.fields.take('') || story.fields.place().isContents) return [];
  if (out !== undefined) return [{ kind: 'left out', as: out, text: ` ${notes.wordsOf(kind, id)} ` }];
  const identifier = notes.call(kind, id, mark ?? '');
  if (identifier === undefined) return [];
  const call: Inline = {
    kind: 'node',
    node: { type: 'footnoteReference', identifier, label: identifier },
    ...plain,
  };
  return mark ? [call, remark('numbering', 'changed', mark)] : [call];
}

function drawing(element: XmlElement, scope: Scope, look: Look, out: LeftOut | undefined): readonly Inline[] {
  const { story } = scope;
  if (!story.fields.take('')) return [];
  const place: DrawingPlace = { document: story.word.document, part: story.part, pictures: story.word.pictures };
  if (out !== undefined) {
    const parts = readDrawing(element, { ...place, pictures: collectPictures(place.document) });
    const words = parts.map((part) => {
      if (part.kind === 'picture') return part.image.alt ?? '';
      return part.kind === 'box'
        ? wordsIn(part.content)
        : part.kind === 'words'
          ? part.lines.join(' ')
          : part.remark.words;
    });
    return [{ kind: 'left out', as: out, text: ` ${words.join(' ')} ` }];
  }
  return readDrawing(element, place).map((part): Inline => {
    if (part.kind === 'picture') return { kind: 'node', node: part.image, ...plain, url: part.url ?? look.url };
    return part;
  });
}

function formula(element: XmlElement, scope: Scope): readonly Inline[] {
  const signs = descendantsOf(element, 'm:t').map(textOf);
  const words = signs.join(' ');
  if (scope.out !== undefined) return [{ kind: 'left out', as: scope.out, text: words }];
  if (!scope.story.fields.take('')) return [];
  // One line of signs reads the same as text; whatever is stacked, raised or rooted does not.
  const isLine = elementsOf(element).every((child) => isLineOfSigns(child));
  return isLine
    ? shownText(signs.join(''), scope.story.word.styles.run(undefined, scope.style), scope)
    : [remark('formula', 'left out', words)];
}

function isLineOfSigns(element: XmlElement): boolean {
  const isPart = element.name === 'm:oMath' || element.name === 'm:r';
  return isPart
    ? elementsOf(element).every(isLineOfSigns)
    : !element.name.startsWith('m:') || lineOfSigns.has(element.name);
}

const lineOfSigns: ReadonlySet<string> = new Set(['m:t', 'm:rPr', 'm:oMathParaPr']);

function endOfField(field: EndedField | undefined, scope: Scope, look: Look): readonly Inline[] {
  const text = field?.text ?? '';
  const shown: readonly Inline[] = text === '' ? [] : [{ kind: 'text', text, isScript: false, ...look }];
  return field?.remark && scope.out === undefined ? [...shown, { kind: 'remark', remark: field.remark }] : shown;
}

function textOf(element: XmlElement): string {
  const text = element.children.filter((child) => typeof child === 'string').join('');
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function remark(kind: Found['kind'], effect: Found['effect'], words: string): Inline {
  return { kind: 'remark', remark: { kind, effect, words } };
}

type NoteKind = 'footnote' | 'endnote';

/** Footnotes and endnotes of a document, numbered as one sequence in the order in which they are called. */
interface Notes {
  /** The identifier for a call of a note; undefined for a note that is not there, or that says nothing. */
  readonly call: (kind: NoteKind, id: string, mark: string) => string | undefined;
  readonly wordsOf: (kind: NoteKind, id: string) => string;
  /** The notes that were called so far. */
  readonly called: () => readonly CalledNote[];
  /** The words of each note that was not. */
  readonly uncalled: () => readonly string[];
}

export interface CalledNote {
  readonly identifier: string;
  readonly element: XmlElement;
  readonly part: string;
  /** A sign that the author chose in place of a number; it begins the note's text, too. */
  readonly mark: string;
}

/** Reads the parts that hold notes. Separators of notes are none. */
export function collectNotes(document: WordPackage): Notes {
  const all = new Map<string, { readonly element: XmlElement; readonly part: string }>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = document.related(document.main, `${kind}s`);
    const root = part === undefined ? undefined : document.xml(part);
    for (const element of childrenOf(root, `w:${kind}`)) {
      const { 'w:id': id = '', 'w:type': type = 'normal' } = element.attributes;
      if (type === 'normal') all.set(`${kind} ${id}`, { element, part: part ?? '' });
    }
  }
  const called = new Map<string, CalledNote>();
  return {
    call: (kind, id, mark) => {
      const key = `${kind} ${id}`;
      const note = all.get(key);
      if (!note || note.element.children.length === 0) return undefined;
      const known = called.get(key) ?? { ...note, identifier: `note-${called.size + 1}`, mark };
      called.set(key, known);
      return known.identifier;
    },
    wordsOf: (kind, id) => {
      const note = all.get(`${kind} ${id}`);
      return note ? wordsIn(note.element) : '';
    },
    called: () => [...called.values()],
    uncalled: () =>
      [...all]
        .filter(([key]) => !called.has(key))
        .map(([, { element }]) => wordsIn(element))
        .filter((words) => words !== ''),
  };
}
