import type { DocumentPart, DocumentText, PartKind, Place } from '../document-text.ts';
import { htmlText, plainText } from './other-formats.ts';
import { firstWords, tokensOf } from './tokens.ts';
import { readFields } from './word-fields.ts';
import { openWordPackage, type WordPackage, type WordPart } from './word-package.ts';
import { type Piece, piecesOf, type Source } from './word-pieces.ts';
import { readWordStyles } from './word-styles.ts';
import { childOf, childrenOf, elementsOf, textOfXml, type XmlElement } from './xml-tree.ts';

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
    ...{ styles, relations: part.relations, typeOf: pack.typeOf },
    textOf: (kind, id) => textOfPart(kind, id, part),
  });
  const comments = beside('comments');
  const textOfPart = (kind: PartKind, id: string, from: WordPart): string => {
    if (kind === 'comment')
      return comments ? textOf(piecesOf(byId(comments.root, id) ?? nobody, sourceOf(comments))) : '';
    const relation = from.relations.get(id);
    if (!relation || relation.external) return '';
    if (kind === 'embedded document') return embeddedText(relation.target, pack);
    const part = pack.part(relation.target);
    if (!part) return '';
    if (kind === 'header' || kind === 'footer') return textOf(piecesOf(part.root, sourceOf(part)));
    return elementsOf(part.root, 'a:p').map(textOfXml).join('\n');
  };

  const body = childOf(document.root, 'w:body') ?? document.root;
  const story = readStory(piecesOf(body, sourceOf(document)));
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
    return found ? [readStory(piecesOf(found.element, sourceOf(found.part), 'note'), heading)] : [];
  });
  const uncalled = [...notes].flatMap(([note, { element, part }]): readonly OpenPart[] => {
    const words = story.calls.has(note) ? '' : textOf(piecesOf(element, sourceOf(part), 'note'));
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

/** Puts pieces together: paragraphs of text, and the parts beside it. */
function readStory(pieces: Iterable<Piece>, under = ''): Story {
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
  const take = (taken: Iterable<Piece>): void => {
    let joined: Paragraph | undefined;
    let isHeading = false;
    let boxes: readonly (() => Iterable<Piece>)[] = [];
    const close = (): void => {
      if (isHeading && open && open.text.trim() !== '') heading = open.text.trim();
      if (going?.kind === 'list of contents') going.text += '\n';
      open = undefined;
      const beside = boxes;
      boxes = [];
      for (const box of beside) take(box());
    };
    for (const piece of readFields([...taken])) {
      if (piece.is === 'paragraph') {
        if (!joined) paragraphs.push({ text: '', within: piece.within, heading, before: paragraphs.at(-1) });
        open = joined ?? paragraphs.at(-1);
        isHeading = piece.isHeading;
      } else if (piece.is === 'end of paragraph') {
        joined = piece.isJoined ? open : undefined;
        close();
      } else if (piece.is === 'text') addText(piece.text, piece.part);
      else if (piece.is === 'part') addPart(piece.kind, piece.text, piece.detail);
      else if (piece.is === 'box') boxes = [...boxes, piece.pieces];
      else if (!calls.has(piece.note)) calls.set(piece.note, heading);
    }
    close();
  };
  take(pieces);
  return { paragraphs, parts, calls };
}

/** All that a text shows, in one string. */
function textOf(pieces: Iterable<Piece>): string {
  const { paragraphs, parts } = readStory(pieces);
  const beside = parts.filter(({ kind }) => kind === 'drawing' || kind === 'formula' || kind === 'list of contents');
  return [...paragraphs, ...beside].map(({ text }) => text).join('\n');
}

function documentOf(stories: readonly Story[]): DocumentText {
  const places = new Map<Paragraph, Place>();
  const placeOf = (paragraph: Paragraph | undefined): Place => {
    if (!paragraph) return { within: 'text', heading: '', paragraph: '' };
    const known = places.get(paragraph);
    if (known) return known;
    let told: Paragraph | undefined = paragraph;
    while (told && told.text.trim() === '') told = told.before;
    const { within, heading } = paragraph;
    const place: Place = { within, heading: firstWords(heading), paragraph: firstWords(told?.text ?? '') };
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
