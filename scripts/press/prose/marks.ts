import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
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
import { type Place, placeText } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { fillLabel } from '../read/labels.ts';
import { addressFault } from '../read/schemas/address.ts';
import { cite } from './cite.ts';
import type { PlaceOf, ProseContext } from './context.ts';
import { fillWords } from './fill-words.ts';
import { hole } from './hole.ts';
import { splitText } from './split-text.ts';

/** Handlers for what markdown itself has: headings, links, images, notes, and text with its citations. */
export function markHandlers(placeOf: PlaceOf, context: ProseContext): Handlers {
  return {
    text: (_state: State, node: Text) => writeText(node, placeOf, context),
    heading: (state: State, node: Heading) => writeHeading(state, node, context),
    image: (state: State, node: Image) => writeImage(state, node, placeOf(node), context),
    link(state: State, node: Link) {
      return writeLink(node.url, state.all(node), placeOf(node), context);
    },
    linkReference(state: State, node: LinkReference) {
      const definition: Definition | undefined = state.definitionById.get(node.identifier.toUpperCase());
      if (!definition) return state.all(node);
      return writeLink(definition.url, state.all(node), placeOf(node), context);
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
    if (piece.kind === 'citation') {
      const cited = cite(piece.sources, place, context);
      return cited.length > 0 ? cited : [hole('span', `source ${piece.sources.map(({ id }) => id).join(', ')}`, place)];
    }
    context.report({
      rule: 'note-unknown',
      place,
      message: `the note "${piece.name}" is called here but not written`,
      cure: `add a line "[^${piece.name}]: …" at the end of the section`,
    });
    return [hole('span', `note ${piece.name}`, place)];
  });
}

function writeHeading(state: State, node: Heading, { plan }: ProseContext): ElementContent {
  const id = plan.anchors.ofHeading(node);
  const heading = element(`h${Math.min(node.depth + 1, 6)}`, { id }, state.all(node));
  state.patch(node, heading);
  return heading;
}

/** A link with its words; one that has none cannot be seen, and what stands in it is printed without it. */
function writeLink(
  url: string,
  children: ElementContent[],
  place: Place,
  context: ProseContext,
): ElementContent | ElementContent[] {
  const text = textOf({ type: 'root', children });
  // What GFM takes for an address by its beginning is text where nothing can follow it.
  const isTyped =
    ['', 'http://', 'mailto:'].some((scheme) => url === `${scheme}${text}`) && /^(?:https?|mailto):/.test(url);
  if (isTyped && addressFault(url, 'web or mail') !== undefined) return children;
  const words = text.replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, '');
  if (words !== '' || children.some((child) => child.type === 'element'))
    return element('a', { href: addressOf(url, place, context) }, children);
  context.report({
    rule: 'link-empty',
    place,
    message: `the link to "${url}" has no words that a reader could see`,
    cure: `write words between its brackets, like [the words](${url}), or take it out`,
  });
  return children;
}

/** Where a link leads in print; what a reader cannot follow is reported. */
function addressOf(url: string, place: Place, context: ProseContext): string {
  if (url.startsWith('#')) {
    const written = url.slice(1);
    const id = context.plan.anchors.ofLink(context.section.name, written);
    context.innerLinks.push({ id, written, place });
    return `#${id}`;
  }
  const cure = addressFault(url, 'web or mail');
  if (cure !== undefined) {
    context.report({
      rule: 'link-target',
      place,
      message: `"${url}" is not an address that a reader can follow`,
      cure,
    });
  }
  return url;
}

function writeImage(state: State, node: Image, place: Place, context: ProseContext): ElementContent {
  const words = (node.alt ?? '').trim();
  const described = node.data?.isLiteral ? words : fillWords(words, place, context);
  if (described === '') {
    context.report({
      rule: 'image-alt',
      place,
      message: `the image "${node.url}" has no alternative text`,
      cure: 'say between the brackets what it shows, for those who cannot see it',
    });
  }
  const { images, broken } = context.edition;
  const path = namesOfFile(node.url).find((name) => images.has(name));
  if (path === undefined) {
    const isBroken = namesOfFile(node.url).some((name) => broken.has(`image ${name}`));
    if (isBroken) return hole('span', `image ${node.url}`, place);
    context.report({
      rule: 'file-missing',
      place,
      message: `there is no image "${node.url}" in the edition’s folder`,
      cure: didYouMean(node.url, images.keys(), 'images'),
    });
    return hole('span', `image ${node.url}`, place);
  }
  // A figure of a PDF/UA document has an alternative text: where its author wrote none, readers hear just that.
  const alt = described || fillLabel(context.edition.labels, 'no-description', {}, place, context.report);
  const written = element('img', { src: path.split('/').map(encodeURIComponent).join('/'), alt }, []);
  state.patch(node, written);
  return written;
}

/** What a file may be called that an address names: as it stands, and with its escapes (%20) as what they mean. */
function namesOfFile(url: string): readonly string[] {
  const path = url.replace(/^\.\//, '');
  try {
    return [path, decodeURIComponent(path)];
  } catch {
    // A percent sign that is one.
    return [path];
  }
}

function element(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: ElementContent[],
): ElementContent {
  return { type: 'element', tagName, properties: { ...properties }, children };
}
