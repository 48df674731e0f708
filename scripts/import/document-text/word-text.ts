import {
  type DocumentPart,
  type DocumentText,
  firstWords,
  type PartKind,
  type Place,
  tokensOf,
} from './document-text.ts';
import { htmlText, plainText } from './page-text.ts';
import { eventsOf, readWordStyles, type Source, type WordEvent } from './word-events.ts';
import {
  childOf,
  childrenOf,
  elementsOf,
  openWordPackage,
  textOfXml,
  type WordPackage,
  type WordPart,
  type XmlElement,
} from './word-package.ts';

/**
 * What a Word document says (ECMA-376 part 1, 17), from its XML: see {@link DocumentText}.
 *
 * @throws Error for a file that is not a Word document
 */
export function wordText(bytes: Uint8Array): DocumentText {
  const pack = openWordPackage(bytes);
  const { document } = pack;
  const beside = (type: string) => relatedPart(pack, document, type);
  const styles = readWordStyles(beside('styles')?.root);
  const sourceOf = (part: WordPart): Source => ({
    styles,
    relations: part.relations,
    typeOf: pack.typeOf,
    textOf: (kind, id) => textOfPart(kind, id, part),
  });
  const comments = beside('comments');
  const textOfPart = (kind: PartKind, id: string, from: WordPart): string => {
    if (kind === 'comment')
      return comments ? textOf(eventsOf(byId(comments.root, id) ?? nobody, sourceOf(comments))) : '';
    const relation = from.relations.get(id);
    if (!relation || relation.external) return '';
    if (kind === 'embedded document') return embeddedText(relation.target, pack);
    const part = pack.part(relation.target);
    if (!part) return '';
    if (kind === 'header' || kind === 'footer') return textOf(eventsOf(part.root, sourceOf(part)));
    return elementsOf(part.root, 'a:p').map(textOfXml).join('\n');
  };

  const body = childOf(document.root, 'w:body') ?? document.root;
  const story = readStory(eventsOf(body, sourceOf(document)));
  const notes = new Map<string, { readonly element: XmlElement; readonly part: WordPart }>(
    ['footnote', 'endnote'].flatMap((kind) => {
      const part = beside(`${kind}s`);
      return childrenOf(part?.root).flatMap((element) => {
        // Separators are notes by their form only (17.11.23).
        const isText = ['normal', undefined].includes(element.attributes.get('w:type'));
        return part && isText ? [[`${kind} ${element.attributes.get('w:id') ?? ''}`, { element, part }] as const] : [];
      });
    }),
  );
  const called = [...story.calls].flatMap(([note, heading]) => {
    const found = notes.get(note);
    return found ? [readStory(eventsOf(found.element, sourceOf(found.part), 'note'), heading)] : [];
  });
  const uncalled = [...notes].flatMap(([note, { element, part }]): readonly OpenPart[] => {
    const words = story.calls.has(note) ? '' : textOf(eventsOf(element, sourceOf(part), 'note'));
    return words.trim() === '' ? [] : [{ kind: 'uncalled note', paragraph: undefined, text: words, detail: '' }];
  });
  return documentOf([story, ...called, { paragraphs: [], parts: uncalled, calls: new Map() }]);
}

/** Text that is read one paragraph after the other. */
interface Story {
  readonly paragraphs: readonly Paragraph[];
  readonly parts: readonly OpenPart[];
  /** The notes in the order of their first calls, each with the heading over its call. */
  readonly calls: ReadonlyMap<string, string>;
}

interface Paragraph {
  text: string;
  readonly within: Place['within'];
  readonly heading: string;
  readonly before: Paragraph | undefined;
}

interface OpenPart {
  readonly kind: PartKind;
  readonly paragraph: Paragraph | undefined;
  text: string;
  readonly detail: string;
}

/** Puts the events of a text together: paragraphs, and the parts beside them. */
function readStory(events: Iterable<WordEvent>, under = ''): Story {
  const paragraphs: Paragraph[] = [];
  const parts: OpenPart[] = [];
  const calls = new Map<string, string>();
  let heading = under;
  let open: Paragraph | undefined;
  /** The part that more text of its kind goes on. */
  let going: OpenPart | undefined;

  const addPart = (kind: PartKind, text: string, detail: string): void => {
    going = { kind, paragraph: open ?? paragraphs.at(-1), text, detail };
    parts.push(going);
  };
  const addText = (text: string, kind: PartKind | undefined): void => {
    if (kind === undefined) {
      if (open) open.text += text;
      if (text.trim() !== '') going = undefined;
    } else if (going?.kind === kind && (kind === 'list of contents' || going.paragraph === open)) going.text += text;
    else if (text.trim() !== '') addPart(kind, text, '');
    // What a part is left out of still parts words.
    else if (open) open.text += text;
  };
  const take = (taken: Iterable<WordEvent>): void => {
    let joined: Paragraph | undefined;
    let isHeading = false;
    let boxes: readonly (() => Iterable<WordEvent>)[] = [];
    const close = (): void => {
      if (isHeading && open && open.text.trim() !== '') heading = open.text.trim();
      if (going?.kind === 'list of contents') going.text += '\n';
      open = undefined;
      const beside = boxes;
      boxes = [];
      for (const box of beside) take(box());
    };
    for (const event of readFields([...taken])) {
      if (event.is === 'paragraph') {
        if (!joined) paragraphs.push({ text: '', within: event.within, heading, before: paragraphs.at(-1) });
        open = joined ?? paragraphs.at(-1);
        isHeading = event.isHeading;
      } else if (event.is === 'end of paragraph') {
        joined = event.isJoined ? open : undefined;
        close();
      } else if (event.is === 'text') addText(event.text, event.part);
      else if (event.is === 'part') addPart(event.kind, event.text, event.detail);
      else if (event.is === 'box') boxes = [...boxes, event.events];
      else if (!calls.has(event.note)) calls.set(event.note, heading);
    }
    close();
  };
  take(events);
  return { paragraphs, parts, calls };
}

/** All that a text shows, in one string. */
function textOf(events: Iterable<WordEvent>): string {
  const { paragraphs, parts } = readStory(events);
  const beside = parts.filter(({ kind }) => kind === 'drawing' || kind === 'formula' || kind === 'list of contents');
  return [...paragraphs, ...beside].map(({ text }) => text).join('\n');
}

function documentOf(stories: readonly Story[]): DocumentText {
  const places = new Map<Paragraph, Place>();
  const placeOf = (paragraph: Paragraph | undefined): Place => {
    if (!paragraph) return { within: 'text', heading: '', paragraph: '' };
    const known = places.get(paragraph);
    if (known) return known;
    let named: Paragraph | undefined = paragraph;
    while (named && named.text.trim() === '') named = named.before;
    const { within, heading } = paragraph;
    const place: Place = { within, heading: firstWords(heading), paragraph: firstWords(named?.text ?? '') };
    places.set(paragraph, place);
    return place;
  };
  return {
    words: stories.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) => {
        const place = placeOf(paragraph);
        return tokensOf(paragraph.text).map((token) => ({ ...token, place }));
      }),
    ),
    parts: stories.flatMap(({ parts }) =>
      parts.map(({ kind, paragraph, text, detail }): DocumentPart => {
        return { kind, place: placeOf(paragraph), words: tokensOf(text).map((token) => token.text), detail };
      }),
    ),
  };
}

const nobody: XmlElement = { name: '', attributes: new Map(), children: [] };

function byId(root: XmlElement, id: string): XmlElement | undefined {
  return childrenOf(root).find(({ attributes }) => attributes.get('w:id') === id);
}

function relatedPart(pack: WordPackage, { relations }: WordPart, wanted: string): WordPart | undefined {
  const relation = [...relations.values()].find(({ type, external }) => type === wanted && !external);
  return relation && pack.part(relation.target);
}

/** The text of a document within a document (ECMA-376 part 1, 17.17.2.1), where it can be read. */
function embeddedText(name: string, pack: WordPackage): string {
  const bytes = pack.bytes(name);
  if (!bytes) return '';
  const type = pack.typeOf(name);
  const read = /html/.test(type)
    ? htmlText
    : /wordprocessingml/.test(type)
      ? wordText
      : /^text\/plain/.test(type)
        ? plainText
        : undefined;
  const words = read?.(bytes).words ?? [];
  return words.map(({ text }) => text).join(' ');
}

/** An event of a text whose fields are read. */
type TextEvent = Exclude<WordEvent, { readonly is: 'field' | 'instruction' }>;

interface Field {
  readonly instruction: string;
  readonly isResult: boolean;
  /** The chosen entry of a list in a form. */
  readonly entry: string;
}

/** Fields whose result is not the authors' text, by the first word of their instruction (ECMA-376 part 1, 17.16.5). */
const parts: ReadonlyMap<string, PartKind> = new Map([
  ...['TOC', 'INDEX', 'TOA'].map((word) => [word, 'list of contents'] as const),
  ...['PAGE', 'NUMPAGES', 'PAGEREF', 'SECTIONPAGES', 'SECTION'].map((word) => [word, 'page number'] as const),
]);

/**
 * Reads the fields among the events of a text (ECMA-376 part 1, 17.16.18): their results are text, their instructions are not. A
 * field that never ends, which a damaged document may have, is none.
 */
function readFields(events: readonly WordEvent[]): readonly TextEvent[] {
  const ended = endedFields(events);
  const fields: Field[] = [];
  const change = (changes: Partial<Field>): void => {
    const field = fields.at(-1);
    if (field) fields[fields.length - 1] = { ...field, ...changes };
  };
  return events.flatMap((event, index): readonly TextEvent[] => {
    if (event.is === 'instruction') {
      const field = fields.at(-1);
      if (field?.isResult === false) change({ instruction: field.instruction + event.text });
      return [];
    }
    const isShown = (open: readonly Field[]) => open.every(({ isResult }) => isResult);
    if (event.is === 'field') {
      if (!ended.has(index)) return [];
      if (event.char === 'begin') fields.push({ instruction: '', isResult: false, entry: event.entry });
      if (event.char === 'separate') change({ isResult: true });
      const field = event.char === 'end' ? fields.pop() : undefined;
      return field && !field.isResult && isShown(fields) ? withoutResult(field) : [];
    }
    const isStructure = event.is === 'paragraph' || event.is === 'end of paragraph';
    if (isStructure || event.is === 'box') return [event];
    if (!isShown(fields)) return [];
    const kind = fields.map(({ instruction }) => parts.get(wordsOf(instruction)[0] ?? '')).find(Boolean);
    return [event.is === 'text' && kind ? { ...event, part: kind } : event];
  });
}

/** Fields that show something without having a result. */
function withoutResult({ instruction, entry }: Field): readonly TextEvent[] {
  const [name, , ...words] = wordsOf(instruction);
  const part = (kind: PartKind, text: string, detail = ''): TextEvent => ({ is: 'part', kind, text, detail });
  if (name === 'EQ') return [part('formula', '', instruction.trim())];
  if (name === 'SYMBOL') return [part('symbol', '', instruction.trim())];
  if (name === 'FORMDROPDOWN' && entry !== '') return [part('form field', entry)];
  if (name === 'MACROBUTTON' || name === 'GOTOBUTTON') return [part('form field', words.join(' '))];
  const kind = parts.get(name ?? '');
  return kind === 'page number' ? [part(kind, '')] : [];
}

function wordsOf(instruction: string): readonly string[] {
  const [first = '', ...rest] = instruction.trim().split(/\s+/);
  return [first.toUpperCase(), ...rest];
}

/** The places of the characters of fields that begin and end. */
function endedFields(events: readonly WordEvent[]): ReadonlySet<number> {
  const open: number[][] = [];
  const ended = new Set<number>();
  for (const [index, event] of events.entries()) {
    if (event.is !== 'field') continue;
    if (event.char === 'begin') open.push([index]);
    else open.at(-1)?.push(index);
    if (event.char === 'end') for (const place of open.pop() ?? []) ended.add(place);
  }
  return ended;
}
