import { slug } from 'github-slugger';
import type { ElementContent } from 'hast';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Image,
  Link,
  LinkReference,
  Text,
} from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { toString as textOfNode } from 'mdast-util-to-string';
import type { Place } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { placeText } from '../diagnostics/place-text.ts';
import { addressFault } from '../read/schemas/address.ts';
import { cite } from './cite.ts';
import type { PlaceOf, ProseContext } from './context.ts';
import { fillWords } from './fill-words.ts';
import { splitText } from './split-text.ts';

/** Handlers for what markdown itself has: headings, links, images, notes, and text with its citations. */
export function markHandlers(placeOf: PlaceOf, context: ProseContext): Handlers {
  return {
    text: (_state: State, node: Text) => writeText(node, placeOf, context),
    heading: (state: State, node: Heading) => writeHeading(state, node, placeOf(node), context),
    image: (state: State, node: Image) => writeImage(state, node, placeOf(node), context),
    link(state: State, node: Link) {
      checkLink(node.url, placeOf(node), context);
      return state.applyData(node, element('a', { href: node.url }, state.all(node)));
    },
    linkReference(state: State, node: LinkReference) {
      const definition: Definition | undefined = state.definitionById.get(node.identifier.toUpperCase());
      if (!definition) return state.all(node);
      checkLink(definition.url, placeOf(node), context);
      return element('a', { href: definition.url }, state.all(node));
    },
    footnoteReference(state: State, node: FootnoteReference) {
      const id = node.identifier.toUpperCase();
      const { noteNumbers } = context.section;
      const known = noteNumbers.get(id);
      if (known !== undefined) return context.notes.again(known);
      noteNumbers.set(id, context.notes.nextNumber);
      const definition = state.footnoteById.get(id);
      return context.notes.add(() => (definition ? noteWords(definition, state, placeOf) : []), placeOf(node));
    },
    footnoteDefinition: () => undefined,
    html: () => undefined,
  };
}

/** The words of a note, marked with the place where they are written. */
function noteWords(definition: FootnoteDefinition, state: State, placeOf: PlaceOf): readonly ElementContent[] {
  const children = [...innerWords(state.all(definition))];
  return [{ type: 'element', tagName: 'span', properties: { dataSource: placeText(placeOf(definition)) }, children }];
}

/** The contents of a note's paragraphs as one run of words. */
function innerWords(children: readonly ElementContent[]): readonly ElementContent[] {
  return children.flatMap((child, index) => {
    if (child.type !== 'element' || child.tagName !== 'p')
      return child.type === 'text' && child.value === '\n' ? [] : [child];
    return index === 0 ? child.children : [{ type: 'text' as const, value: ' ' }, ...child.children];
  });
}

function writeText(node: Text, placeOf: PlaceOf, context: ProseContext): ElementContent[] {
  return splitText(node.value, context.notes.writing ? 'note' : 'text').flatMap((piece) => {
    if (piece.kind === 'words') return [{ type: 'text' as const, value: piece.text }];
    const place = placeOf(node, piece.offset);
    if (piece.kind === 'citation') return cite(piece.sources, place, context);
    context.report({
      rule: 'note-unknown',
      place,
      message: `the note "${piece.name}" is called here but not written`,
      cure: `add a line "[^${piece.name}]: …" at the end of the section`,
    });
    return [];
  });
}

function writeHeading(state: State, node: Heading, place: Place, context: ProseContext): ElementContent {
  const id = slug(textOfNode(node));
  addAnchor(id, place, context);
  const heading = element(`h${Math.min(node.depth + 1, 6)}`, { id }, state.all(node));
  state.patch(node, heading);
  return heading;
}

/** Notes that an id exists; a second of the same name is reported, since a link could not tell them apart. */
export function addAnchor(id: string, place: Place, context: ProseContext): void {
  const other = context.anchors.get(id);
  if (other) {
    context.report({
      rule: 'heading-duplicate',
      place,
      message: `the place "${id}" is already named by ${other.file}:${other.line}`,
      cure: 'give this heading other words, so that a link can tell the two apart',
    });
  }
  context.anchors.set(id, place);
}

function checkLink(url: string, place: Place, context: ProseContext): void {
  if (url.startsWith('#')) {
    context.innerLinks.push({ id: url.slice(1), place });
    return;
  }
  const cure = addressFault(url, 'web or mail');
  if (cure === undefined) return;
  context.report({ rule: 'link-target', place, message: `"${url}" is not an address that a reader can follow`, cure });
}

function writeImage(state: State, node: Image, place: Place, context: ProseContext): ElementContent | undefined {
  const alt = fillWords((node.alt ?? '').trim(), place, context);
  if (alt === '') {
    context.report({
      rule: 'image-alt',
      place,
      message: `the image "${node.url}" has no alternative text`,
      cure: 'say between the brackets what it shows, for those who cannot see it',
    });
  }
  const image = context.edition.images.get(node.url.replace(/^\.\//, ''));
  if (!image) {
    context.report({
      rule: 'file-missing',
      place,
      message: `there is no image "${node.url}" in the edition’s folder`,
      cure: didYouMean(node.url, context.edition.images.keys(), 'images'),
    });
    return undefined;
  }
  const written = element('img', { src: node.url.replace(/^\.\//, ''), alt }, []);
  state.patch(node, written);
  return written;
}

function element(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: ElementContent[],
): ElementContent {
  return { type: 'element', tagName, properties: { ...properties }, children };
}
