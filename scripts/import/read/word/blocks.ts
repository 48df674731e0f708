import type { BlockContent, Heading, Paragraph } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Remark } from '../../manuscript.ts';
import { readPlainText } from '../plain-text.ts';
import { readPage } from '../web-page.ts';
import { followFields } from './fields.ts';
import { type Block, type Flow, flowOf } from './flow.ts';
import type { ListPlace } from './numbering.ts';
import { childOf, descendantsOf, elementsOf, propertyOf, spaced, wordsIn, type XmlElement } from './package.ts';
import { type Box, nearOf, phrasingOf } from './phrasing.ts';
import type { ParagraphFormat } from './styles.ts';
import { readTable, wordsOf } from './tables.ts';
import { type Inline, readInlines, type Story } from './text.ts';

/** Reads the blocks of a story or of a part of it: a body, a note, a cell, a text box. */
export function readFlow(container: XmlElement, story: Story): Flow {
  return flowOf(blocksIn([container], story));
}

/** What stands before the mark of a paragraph that is no more: it goes on with the next one. */
interface Held {
  readonly inlines: readonly Inline[];
  readonly format: ParagraphFormat;
}

function blocksIn(containers: readonly XmlElement[], story: Story): readonly Block[] {
  const blocks: Block[] = [];
  let held: Held | undefined;
  const flush = () => {
    if (held) blocks.push(...paragraphBlocks(held.inlines, held.format, story));
    held = undefined;
  };
  const read = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:p': {
        const format = story.word.styles.paragraph(childOf(element, 'w:pPr'));
        const inlines = [...(held?.inlines ?? []), ...readInlines(element, story, format.style)];
        held = { inlines, format };
        if (!goesOn(element, inlines, format, story)) flush();
        return;
      }
      case 'w:tbl':
        flush();
        blocks.push(...readTable(element, (cell) => readFlow(cell, story)));
        return;
      case 'w:sdt':
        if (isContents(element)) {
          flush();
          blocks.push(...contentsOnly(blocksIn(elementsOf(element), story)));
          return;
        }
        break;
      case 'w:altChunk':
        flush();
        blocks.push(...chunk(element, story));
        return;
      case 'w:r':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:hyperlink':
      case 'w:fldSimple':
      case 'w:subDoc':
      case 'm:oMath':
      case 'm:oMathPara': {
        // Text beside paragraphs, which is there though it should not be.
        const wrapper: XmlElement = { name: 'w:p', attributes: {}, children: [element] };
        if (descendantsOf(element, 'w:p').length === 0) {
          read(wrapper);
          return;
        }
        if (element.name !== 'w:del' && element.name !== 'w:moveFrom') break;
        blocks.push(deleted(element));
        return;
      }
      case 'w:tblPr':
      case 'w:tcPr':
      case 'w:sdtPr':
      case 'w:sectPr':
        return;
      default:
    }
    elementsOf(element).forEach(read);
  };
  for (const container of containers) elementsOf(container).forEach(read);
  flush();
  return blocks;
}

function deleted(element: XmlElement): Block {
  return { kind: 'remark', remark: { kind: 'deleted text', effect: 'left out', near: '', words: wordsIn(element) } };
}

/** Whether a paragraph runs on into the next: its mark is deleted, all of it is hidden, or it is the next one's large first letter. */
function goesOn(element: XmlElement, inlines: readonly Inline[], format: ParagraphFormat, { word }: Story): boolean {
  const properties = childOf(element, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) return true;
  const letter = childOf(properties, 'w:framePr')?.attributes['w:dropCap'] ?? 'none';
  if (letter !== 'none') return true;
  // Word sets text with a hidden mark on one line with the next paragraph; it is read as a paragraph of its own.
  return inlines.every(({ kind }) => kind === 'left out') && word.styles.run(mark, format.style).hidden;
}

function isContents(sdt: XmlElement): boolean {
  const part = childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj');
  return propertyOf(part, 'w:docPartGallery') === 'Table of Contents';
}

/** All that stands with a list of contents in one frame of Word's; a frame of that name without such a list holds text. */
function contentsOnly(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ kind }) => kind === 'contents')) return blocks;
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'contents') return [block];
    if (block.kind === 'contents heading') return [{ kind: 'contents', words: textOf(block.heading) }];
    if (block.kind === 'remark' || block.kind === 'title') return [block];
    const words = wordsOf(block.children);
    return words === '' ? [] : [{ kind: 'contents', words }];
  });
}

function paragraphBlocks(inlines: readonly Inline[], format: ParagraphFormat, story: Story): readonly Block[] {
  const { children, boxes, remarks, contents } = phrasingOf(inlines);
  const found: Block[] = remarks.map((remark) => ({ kind: 'remark', remark }));
  const paragraph: Paragraph = { type: 'paragraph', children: [...children] };
  const text = spaced(textOf(paragraph));
  if (format.kind === 'contents' || contents !== '') {
    const words = format.kind === 'contents' ? spaced(`${contents} ${text}`) : contents;
    if (words !== '') found.push({ kind: 'contents', words });
  }
  if (format.kind === 'contents') return found;
  const anchored = boxesOf(boxes, text, story);
  // Word counts an entry without text, too.
  const place = story.word.count(format);
  if (children.length === 0) return [...found, ...anchored.before, ...blockOf(anchored.children)];
  if (format.kind === 'title')
    return [{ kind: 'title', paragraph }, ...found, ...anchored.before, ...blockOf(anchored.children)];
  if (format.kind === 'contents heading') {
    const heading: Heading = { type: 'heading', depth: 1, children: [...children] };
    return [{ kind: 'contents heading', heading }, ...found, ...anchored.before, ...blockOf(anchored.children)];
  }
  if (format.depth !== undefined) {
    const heading: Heading = { type: 'heading', depth: format.depth, children: [...children] };
    const number = place ? [numberRemark('left out', place, text)] : [];
    return [
      { kind: 'block', children: [heading] },
      ...number,
      ...found,
      ...anchored.before,
      ...blockOf(anchored.children),
    ];
  }
  const number = place && !place.isPlain && place.isFirst ? [numberRemark('changed', place, text)] : [];
  const all: readonly BlockContent[] = [paragraph, ...anchored.children];
  const indent = format.indent.own ?? format.indent.ofStyle ?? 0;
  const block: Block =
    format.kind === 'quote' && !place
      ? { kind: 'quote', children: all }
      : { kind: 'text', children: all, place, indent, continues: format.kind === 'continued item' };
  return [...number, ...found, ...anchored.before, block];
}

function blockOf(children: readonly BlockContent[]): readonly Block[] {
  return children.length === 0 ? [] : [{ kind: 'block', children }];
}

function numberRemark(effect: Remark['effect'], { label }: ListPlace, text: string): Block {
  return { kind: 'remark', remark: { kind: 'numbering', effect, near: nearOf(text), words: label } };
}

/** The blocks of text boxes, which stand after the paragraph that they belong to, with what is to be said of them. */
function boxesOf(
  boxes: readonly Box[],
  text: string,
  story: Story,
): { readonly before: readonly Block[]; readonly children: readonly BlockContent[] } {
  const flows = boxes.map((box): Flow => {
    if ('content' in box) return readFlow(box.content, { ...story, fields: followFields(box.content) });
    const lines = box.lines.map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
    return { children: lines, remarks: [], title: undefined };
  });
  const children = flows.flatMap((flow) => flow.children);
  const words = wordsOf(children);
  const before = flows.flatMap(({ title, remarks }): Block[] => [
    ...(title ? [{ kind: 'title', paragraph: title } as const] : []),
    ...remarks.map((remark): Block => ({ kind: 'remark', remark })),
  ]);
  const moved: Remark = { kind: 'position of text', effect: 'changed', near: nearOf(text), words: nearOf(words) };
  // Beside no text of its own, a box stands where it stood.
  return { before: text === '' || words === '' ? before : [...before, { kind: 'remark', remark: moved }], children };
}

/** A part of another document (17.17.2): web pages and plain text are read as such. */
function chunk(element: XmlElement, story: Story): readonly Block[] {
  const { document } = story.word;
  const relation = document.relations(story.part).get(element.attributes['r:id'] ?? '');
  const bytes = relation && !relation.isExternal ? document.bytes(relation.target) : undefined;
  const type = relation ? document.mediaType(relation.target) : '';
  const text = bytes && new TextDecoder('utf-8').decode(bytes).replace(/^\uFEFF/, '');
  if (text !== undefined && /^(?:text\/html|application\/xhtml\+xml)$/.test(type)) {
    const { title, tree, remarks } = readPage(text);
    return [
      ...(title ? [{ kind: 'title', paragraph: title } as const] : []),
      ...remarks.map((remark): Block => ({ kind: 'remark', remark })),
      { kind: 'block', children: tree.children as BlockContent[] },
    ];
  }
  if (text !== undefined && type === 'text/plain')
    return [{ kind: 'block', children: readPlainText(text, []).tree.children as BlockContent[] }];
  return [{ kind: 'remark', remark: { kind: 'object', effect: 'left out', near: '', words: '' } }];
}
