import type { ElementContent } from 'hast';
import type { Nodes, Parents } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Handlers, State } from 'mdast-util-to-hast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { writeClaim } from './claim.ts';
import type { PlaceOf, ProseContext } from './context.ts';
import { type Directive, directiveColons, directiveForms } from './directive-forms.ts';
import { checkDirectiveKeys } from './directive-keys.ts';
import { tornRest } from './directive-slips.ts';
import { writeFact } from './fact.ts';
import { hole } from './hole.ts';
import { writePassage } from './passage.ts';
import { placeCallout, placeKeyFigures } from './place-container.ts';
import { placeNamed } from './place-named.ts';
import { isPlacedKind } from './plan.ts';
import type { PlacedBlock } from './prose.ts';
import { writeReference } from './reference.ts';

/** Handlers for directives: facts, references and passages in other languages within a line, placed blocks between paragraphs. */
export function directiveHandlers(placeOf: PlaceOf, context: ProseContext): Handlers {
  return {
    textDirective(state: State, node: TextDirective, parent: Parents | undefined) {
      return writeInline(state, node, parent) ?? hole('span', wanted(node), placeOf(node));
    },
    leafDirective(_state: State, node: LeafDirective) {
      return placeLeaf(node) ?? hole('div', wanted(node), placeOf(node));
    },
    containerDirective(_state: State, node: ContainerDirective) {
      return placeContainer(node) ?? hole('div', node.name, placeOf(node));
    },
  };

  function writeInline(state: State, node: TextDirective, parent: Parents | undefined) {
    if (!isKnown(node, placeOf, context)) return undefined;
    if (node.name === 'lang') return writePassage(state, node, placeOf(node), context);
    // What is torn is told as a slip.
    if (node.children.length === 0 && tornRest(textAfter(node, parent)) !== undefined) return undefined;
    const name = nameIn(node, placeOf, context);
    if (name === undefined) return undefined;
    checkDirectiveKeys(node, name, placeOf(node), context.report);
    if (node.name === 'claim') return writeClaim(state, node, placeOf(node), context);
    return node.name === 'fact'
      ? writeFact(name, node.attributes?.as ?? undefined, placeOf(node), context)
      : writeReference(node.name, name, placeOf(node), context);
  }

  function placeLeaf(node: LeafDirective) {
    if (!isKnown(node, placeOf, context) || !isPlacedKind(node.name)) return undefined;
    const name = nameIn(node, placeOf, context);
    if (name === undefined) return undefined;
    checkDirectiveKeys(node, name, placeOf(node), context.report);
    return placed(placeNamed(node.name, name, placeOf(node), context), context);
  }

  function placeContainer(node: ContainerDirective) {
    if (!isKnown(node, placeOf, context)) return undefined;
    checkDirectiveKeys(node, '', placeOf(node), context.report);
    const block =
      node.name === 'callout' ? placeCallout(node, placeOf, context) : placeKeyFigures(node, placeOf, context);
    return placed(block, context);
  }
}

/** What a directive asks for, by kind and name. */
function wanted(node: TextDirective | LeafDirective): string {
  return `${node.name} ${textOfNode(node).trim()}`.trim();
}

/** An empty division that keeps the block's place until the page gives it its form. */
function placed(block: PlacedBlock | undefined, context: ProseContext): ElementContent | undefined {
  if (!block) return undefined;
  context.placed.push(block);
  return {
    type: 'element',
    tagName: 'div',
    properties: { dataPlaced: String(context.placed.length - 1) },
    children: [],
  };
}

function textAfter(node: TextDirective, parent: Parents | undefined): string {
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const next = siblings[siblings.indexOf(node) + 1];
  return next?.type === 'text' ? next.value : '';
}

function isKnown(node: Directive, placeOf: PlaceOf, context: ProseContext): boolean {
  const known = directiveForms[node.type];
  if (known.includes(node.name)) return true;
  const written = `${directiveColons[node.type]}${node.name}`;
  const other = (Object.keys(directiveForms) as Directive['type'][]).find((type) =>
    directiveForms[type].includes(node.name),
  );
  context.report({
    rule: 'directive-unknown',
    place: placeOf(node),
    message: `there is no directive "${written}"`,
    cure: other
      ? `did you mean "${directiveColons[other]}${node.name}"?`
      : `${didYouMean(node.name, known, 'directives here')} (to print a colon before a letter, write \\:)`,
  });
  return false;
}

function nameIn(node: TextDirective | LeafDirective, placeOf: PlaceOf, context: ProseContext): string | undefined {
  const name = textOfNode(node).trim();
  if (name !== '') return name;
  const written = `${directiveColons[node.type]}${node.name}`;
  context.report({
    rule: node.name === 'claim' ? 'claim-shape' : 'directive-shape',
    place: placeOf(node),
    message:
      node.name === 'claim'
        ? `"${written}" stands here without its number`
        : `"${written}" does not say which ${node.name} it means`,
    cure:
      node.name === 'claim'
        ? 'write its number in square brackets and its fact in braces, like :claim[54 %]{fact=name}'
        : `write its name in square brackets, like ${written}[name]`,
  });
  return undefined;
}
