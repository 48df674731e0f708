import type { Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Edition } from '../read/edition.ts';
import { type Anchors, planAnchors } from './anchors.ts';

/** What a section can place on a page of its own accord, and what text can refer to. */
export type PlacedKind = 'chart' | 'map' | 'table' | 'timeline';

/** What must be known of the whole edition before its first sentence can be written. */
export interface Plan {
  /** Numbers of placed things by "kind name": charts and maps count as figures together, tables for themselves. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Titles of the sections by name. */
  readonly sectionTitles: ReadonlyMap<string, string>;
  readonly anchors: Anchors;
}

/**
 * Numbers what the sections place, in the order in which they place it.
 *
 * @param wordsOf what a fact in a title prints
 */
export function planEdition(
  edition: Edition,
  trees: readonly Root[],
  wordsOf: (name: string, as: string | undefined) => string | undefined,
): Plan {
  const numbers = new Map<string, number>();
  const counts = { figure: 0, table: 0 };
  const number = (kind: PlacedKind, name: string): void => {
    const key = `${kind} ${name}`;
    if (numbers.has(key) || kind === 'timeline') return;
    const series = kind === 'table' ? 'table' : 'figure';
    counts[series] += 1;
    numbers.set(key, counts[series]);
  };
  for (const tree of trees) {
    visit(tree, 'leafDirective', (node) => {
      if (isPlacedKind(node.name)) number(node.name, textOfNode(node));
    });
  }
  const sectionTitles = new Map(
    edition.sections.map((section, index) => [section.name, titleOf(trees[index], wordsOf)]),
  );
  return { numbers, sectionTitles, anchors: planAnchors(edition, trees) };
}

export function isPlacedKind(name: string): name is PlacedKind {
  return name === 'chart' || name === 'map' || name === 'table' || name === 'timeline';
}

function titleOf(tree: Root | undefined, wordsOf: Parameters<typeof planEdition>[2]): string {
  const heading = tree?.children.find((node) => node.type === 'heading');
  if (!heading) return '';
  const filled = structuredClone(heading);
  visit(filled, 'textDirective', (node) => {
    const words = node.name === 'fact' ? wordsOf(textOfNode(node), node.attributes?.as ?? undefined) : undefined;
    if (words !== undefined) node.children = [{ type: 'text', value: words }];
  });
  return textOfNode(filled);
}
