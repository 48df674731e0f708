import type { BlockContent, FootnoteDefinition, RootContent } from 'mdast';
import type { ReadText, Remark } from '../../manuscript.ts';
import { readFlow } from './blocks.ts';
import { collectPictures } from './drawings.ts';
import { followFields } from './fields.ts';
import type { Flow } from './flow.ts';
import { countLists } from './numbering.ts';
import {
  childrenOf,
  descendantsOf,
  isOn,
  openPackage,
  spaced,
  UnreadableWord,
  type WordPackage,
  wordsIn,
  type XmlElement,
} from './package.ts';
import { readStyles } from './styles.ts';
import { wordsOf } from './tables.ts';
import { type CalledNote, collectNotes, type WordDocument } from './text.ts';

/**
 * Reads a Word document (ECMA-376, transitional or strict): all that readers see of its text in reading order, tracked changes
 * accepted. What is left out or changed is a remark.
 *
 * @returns pictures are named "picture:0" and so on, by their place in the list
 * @throws UnreadableWord for a file that is not a Word document, is damaged, has a password or unpacks without end
 */
export async function readWord(bytes: Uint8Array): Promise<ReadText & { readonly embedded: readonly Uint8Array[] }> {
  const document = openPackage(bytes);
  const root = document.xml(document.main);
  if (root?.name !== 'w:document')
    throw new UnreadableWord(
      'is not a Word document: open it in the program that made it, and save it as a Word document (.docx)',
    );
  const styles = readStyles(related(document, 'styles'));
  const word: WordDocument = {
    document,
    styles,
    count: countLists(related(document, 'numbering'), styles),
    pictures: collectPictures(document),
    notes: collectNotes(document),
    comments: commentsOf(document),
    movedTo: descendantsOf(root, 'w:moveTo')
      .map((moved) => wordsIn(moved, ['w:t']))
      .join('')
      .replaceAll(' ', ''),
  };
  const body = read(root, document.main, word);
  const notes: { readonly definition: FootnoteDefinition; readonly remarks: readonly Remark[] }[] = [];
  // A note may call another.
  for (let called = word.notes.called(); notes.length < called.length; called = word.notes.called()) {
    notes.push(...called.slice(notes.length).map((note) => noteOf(note, word)));
  }
  const definitions: readonly RootContent[] = notes.map(({ definition }) => definition);
  return {
    title: body.title,
    tree: { type: 'root', children: [...body.children, ...definitions] },
    notices: [],
    remarks: once([
      ...margins(root, word),
      ...body.remarks,
      ...notes.flatMap(({ remarks }) => remarks),
      ...uncalledNotes(word, body.remarks),
    ]),
    embedded: word.pictures.all(),
  };
}

function related(document: WordPackage, type: string): XmlElement | undefined {
  const part = document.related(document.main, type);
  return part === undefined ? undefined : document.xml(part);
}

function read(container: XmlElement, part: string, word: WordDocument): Flow {
  return readFlow(container, { word, part, fields: followFields(container) });
}

/** Notes that nothing calls, but for those that go with a hidden or deleted text, which is said with them. */
function uncalledNotes({ notes }: WordDocument, remarks: readonly Remark[]): readonly Remark[] {
  return notes
    .uncalled()
    .filter((words) => !remarks.some((remark) => remark.words.includes(words)))
    .map((words) => ({ kind: 'uncalled note', effect: 'left out', near: '', words }));
}

function commentsOf(document: WordPackage): ReadonlyMap<string, string> {
  const comments = childrenOf(related(document, 'comments'), 'w:comment');
  return new Map(comments.map((comment) => [comment.attributes['w:id'] ?? '', wordsIn(comment)]));
}

function noteOf(
  { element, identifier, mark, part }: CalledNote,
  word: WordDocument,
): { readonly definition: FootnoteDefinition; readonly remarks: readonly Remark[] } {
  const { children, remarks, title } = read(element, part, word);
  const all: BlockContent[] = title ? [title, ...children] : children;
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: withoutMark(all, mark),
  };
  return { definition, remarks };
}

/** The text of a note without the sign that an author chose for its number. */
function withoutMark(blocks: readonly BlockContent[], mark: string): BlockContent[] {
  const [first, ...rest] = blocks;
  if (mark === '' || first?.type !== 'paragraph') return [...blocks];
  const [text, ...others] = first.children;
  if (text?.type !== 'text' || !text.value.startsWith(mark)) return [...blocks];
  const value = text.value.slice(mark.length).trimStart();
  return [{ ...first, children: [{ ...text, value }, ...others] }, ...rest];
}

/** Words around the number of a page that say nothing else: “Page 1 of 3”. */
const wordsOfPageNumber = 2;
const lettersOfPageNumber = 8;

/** What stands at the head and foot of pages, each text once. Pages of an edition have their own. */
function margins(root: XmlElement, word: WordDocument): readonly Remark[] {
  const { document } = word;
  const evenAndOdd = isOn(related(document, 'settings'), 'w:evenAndOddHeaders') === true;
  const parts = new Map<string, 'header' | 'footer'>();
  for (const section of descendantsOf(root, 'w:sectPr')) {
    for (const kind of ['header', 'footer'] as const) {
      for (const { attributes } of childrenOf(section, `w:${kind}Reference`)) {
        const type = attributes['w:type'];
        const isShown = type === 'first' ? isOn(section, 'w:titlePg') === true : type !== 'even' || evenAndOdd;
        const relation = document.relations(document.main).get(attributes['r:id'] ?? '');
        if (isShown && relation && !relation.isExternal) parts.set(relation.target, kind);
      }
    }
  }
  return [...parts].flatMap(([part, kind]) => {
    const words = marginWords(part, word);
    return words === undefined ? [] : [{ kind, effect: 'left out' as const, near: '', words }];
  });
}

/** The words of a header or footer; none where it is empty or only numbers pages. */
function marginWords(part: string, word: WordDocument): string | undefined {
  const root = word.document.xml(part);
  if (!root) return undefined;
  const pictures = collectPictures(word.document);
  const { children, remarks, title } = read(root, part, { ...word, pictures });
  const words = wordsOf(title ? [title, ...children] : children);
  const numbers = remarks.filter(({ kind }) => kind === 'cross reference').map((remark) => remark.words);
  const rest = numbers.reduce((text, number) => text.replace(number, ' '), words);
  const restWords = rest.match(/[\p{L}\d]+/gu) ?? [];
  const isShort =
    restWords.length <= wordsOfPageNumber && restWords.every((word) => word.length <= lettersOfPageNumber);
  const isNumber = numbers.length > 0 && isShort;
  const drawn = spaced(
    remarks
      .filter(({ kind }) => kind !== 'cross reference')
      .map((remark) => remark.words)
      .join(' '),
  );
  const all = spaced(`${isNumber ? '' : words} ${drawn}`);
  return all === '' && pictures.all().length === 0 ? undefined : all;
}

/** Remarks without those that would say the same again: numbers of headings are left out throughout. */
function once(remarks: readonly Remark[]): readonly Remark[] {
  const known = new Set<string>();
  return remarks.filter((remark) => {
    const isNumber = remark.kind === 'numbering' && remark.effect === 'left out';
    const isMargin = remark.kind === 'header' || remark.kind === 'footer';
    const key = isNumber ? 'number' : isMargin ? `${remark.kind} ${remark.words}` : '';
    if (key === '') return true;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
