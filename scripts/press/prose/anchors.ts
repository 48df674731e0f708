import { createHash } from 'node:crypto';
import GithubSlugger, { slug } from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Edition } from '../read/edition.ts';
import type { PlacedKind } from './prose.ts';

/** The ids of an edition's places, known before its first sentence is written. */
export interface Anchors {
  ofSection(name: string): string;
  /** The id of a heading within a section. */
  ofHeading(heading: Heading): string;
  /**
   * The id that a link leads to.
   *
   * @param section the section that it stands in, whose own headings come first; undefined on the cover
   * @param fragment what stands behind the #, as its author wrote it
   */
  ofLink(section: string | undefined, fragment: string): string;
  /** The ids of the layout, the sections and the headings. */
  readonly known: ReadonlySet<string>;
}

/** Ids that the layout itself bears. */
const layoutIds = ['cover', 'contents', 'notes', 'notes-section', 'datasets', 'colophon', 'appendix'];

/** Ids that the press counts, of notes and their calls. */
const countedIds = /^note-(?:call-)?\d+$/;

/**
 * Gives each section and heading an id of its own. What the layout bears keeps its own; a heading has that of its words, and
 * where that is taken a number behind it, as on GitHub.
 */
export function planAnchors(edition: Edition, trees: readonly Root[]): Anchors {
  const known = new Set(layoutIds);
  const placed = new Set(idsOfPlaced(edition));
  const isTaken = (id: string) => known.has(id) || placed.has(id) || countedIds.test(id);
  const counts = new Map<string, number>();
  const take = (words: string): string => {
    let id = anchorId(words);
    let nth = counts.get(words) ?? 0;
    while (isTaken(id)) {
      nth += 1;
      id = anchorId(`${words}-${nth}`);
    }
    counts.set(words, nth);
    known.add(id);
    return id;
  };
  const sections = new Map(edition.sections.map(({ name }) => [name, take(name)]));
  const headings = new Map<Heading, string>();
  const inSection = new Map<string, ReadonlyMap<string, string>>();
  for (const [index, { name }] of edition.sections.entries()) {
    const tree = trees[index] ?? { type: 'root', children: [] };
    const onGitHub = new GithubSlugger();
    const own = new Map<string, string>();
    visit(tree, 'heading', (node) => {
      const words = textOfNode(node);
      const id = node === tree.children[0] ? (sections.get(name) ?? name) : take(slug(words) || 'heading');
      headings.set(node, id);
      own.set(onGitHub.slug(words), id);
    });
    inSection.set(name, own);
  }
  // What stands first in the edition is found first.
  const anywhere = new Map([...inSection.values()].toReversed().flatMap((own) => [...own]));
  return {
    known,
    ofSection: (name) => sections.get(name) ?? name,
    ofHeading: (heading) => headings.get(heading) ?? anchorId(slug(textOfNode(heading)) || 'heading'),
    ofLink(section, fragment) {
      const words = decoded(fragment);
      const own = inSection.get(section ?? '')?.get(words);
      if (own !== undefined) return own;
      return isTaken(words) ? words : (anywhere.get(words) ?? anchorId(words));
    },
  };
}

/** The ids that charts, maps, tables and timelines bear where they are placed, and the tables behind them. */
function idsOfPlaced({ charts, maps, tables, timelines }: Edition): readonly string[] {
  const placed = { chart: charts, map: maps, table: tables, timeline: timelines } satisfies Record<PlacedKind, unknown>;
  return Object.entries(placed).flatMap(([kind, specs]) =>
    [...specs.keys()].flatMap((name) => [placedId({ kind, name }), dataTableId({ kind, name })]),
  );
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** So many bytes of an id, in the form that it has in an address, make the name of a destination. */
const longest = 100;

/**
 * An id that can be linked in a PDF. Chromium (153) names a destination by the id as it stands in an address, and a name has
 * at most 127 bytes (ISO 19005-3, 6.1.13): of what is longer, the beginning is kept, with a digest of the whole.
 */
function anchorId(words: string): string {
  // A lone half of a character has no address.
  const whole = words.toWellFormed();
  if (encodeURIComponent(whole).length <= longest) return whole;
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  let kept = '';
  for (const letter of whole) {
    if (encodeURIComponent(kept + letter).length > longest - digest.length - 1) break;
    kept += letter;
  }
  return `${kept.replace(/-+$/, '')}-${digest}`;
}

/** The id of a chart, map, table or timeline. */
export function placedId({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return anchorId(`${kind}-${name}`);
}

/** The id of the table behind a figure. */
export function dataTableId({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return anchorId(`data-${kind}-${name}`);
}
