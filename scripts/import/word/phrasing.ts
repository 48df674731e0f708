import type { Link, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Remark } from '../manuscript.ts';
import type { Found } from './drawings.ts';
import type { Piece } from './text.ts';
import { spaced, type XmlElement } from './xml.ts';

/** A paragraph's text, with what stands in it beside the text. */
export interface ReadPhrasing {
  readonly children: readonly PhrasingContent[];
  readonly boxes: readonly Box[];
  readonly remarks: readonly Remark[];
  /** The words that are a list of contents. */
  readonly contents: string;
}

export type Box = { readonly content: XmlElement } | { readonly lines: readonly string[] };

type Shown = Extract<Piece, { kind: 'text' | 'node' }>;

/** Words of a paragraph that name its place. */
const firstWords = 8;

/** Where something stands: the first words of a text. */
export function nearOf(text: string): string {
  return spaced(text).split(' ').slice(0, firstWords).join(' ');
}

/** Makes one paragraph's pieces phrasing content of markdown's tree. */
export function phrasingOf(pieces: readonly Piece[]): ReadPhrasing {
  const shown = trimmed(pieces.filter((piece) => piece.kind === 'text' || piece.kind === 'node'));
  const children = wrapped(shown, wrappers);
  const near = nearOf(textOf({ type: 'paragraph', children: [...children] }));
  const contents = pieces.map((piece) =>
    piece.kind === 'left out' && piece.as === 'list of contents' ? piece.text : '',
  );
  return {
    children,
    boxes: pieces.filter((piece) => piece.kind === 'box' || piece.kind === 'words'),
    remarks: remarksIn(pieces).map((found) => ({ ...found, near })),
    contents: spaced(contents.join('')),
  };
}

/** Without spaces at the ends of lines and breaks at both ends, which show nothing. */
function trimmed(pieces: readonly Shown[]): readonly Shown[] {
  const isBlank = (piece: Shown) => (piece.kind === 'text' ? /^\s*$/u.test(piece.text) : piece.node.type === 'break');
  const first = pieces.findIndex((piece) => !isBlank(piece));
  const last = pieces.findLastIndex((piece) => !isBlank(piece));
  return pieces.slice(Math.max(first, 0), last + 1).map((piece, index, all) => {
    if (piece.kind !== 'text') return piece;
    const head = beginsLine(all[index - 1]) ? piece.text.replace(/^[ \t]+/, '') : piece.text;
    return { ...piece, text: beginsLine(all[index + 1]) ? head.replace(/[ \t]+$/, '') : head };
  });
}

function beginsLine(neighbour: Shown | undefined): boolean {
  return neighbour === undefined || (neighbour.kind === 'node' && neighbour.node.type === 'break');
}

/** The marks around text from the outermost, each with what must be the same for neighbours to share it. */
interface Wrapper {
  readonly sameFor: (piece: Shown) => string | undefined;
  readonly around: (same: string, children: PhrasingContent[]) => PhrasingContent;
}

const wrappers: readonly Wrapper[] = [
  {
    sameFor: ({ url }) => url,
    // What a link holds are no links again.
    around: (url, children): Link => ({ type: 'link', url, children: children as Link['children'] }),
  },
  {
    sameFor: (piece) => (piece.delete ? 'delete' : undefined),
    around: (_, children) => ({ type: 'delete', children }),
  },
  {
    sameFor: (piece) => (piece.strong ? 'strong' : undefined),
    around: (_, children) => ({ type: 'strong', children }),
  },
  {
    sameFor: (piece) => (piece.emphasis ? 'emphasis' : undefined),
    around: (_, children) => ({ type: 'emphasis', children }),
  },
];

function wrapped(pieces: readonly Shown[], [wrapper, ...inner]: readonly Wrapper[]): PhrasingContent[] {
  if (!wrapper) return nodesOf(pieces);
  const groups: { readonly same: string | undefined; readonly pieces: Shown[] }[] = [];
  for (const piece of pieces) {
    const same = wrapper.sameFor(piece);
    const last = groups.at(-1);
    if (last && last.same === same) last.pieces.push(piece);
    else groups.push({ same, pieces: [piece] });
  }
  return groups.flatMap((group) => {
    const children = wrapped(group.pieces, inner);
    return group.same === undefined ? children : [wrapper.around(group.same, children)];
  });
}

function nodesOf(pieces: readonly Shown[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const piece of pieces) {
    const last = nodes.at(-1);
    if (piece.kind === 'node') nodes.push(piece.node);
    else if (last?.type === 'text') nodes[nodes.length - 1] = { ...last, value: last.value + piece.text };
    else nodes.push({ type: 'text', value: piece.text });
  }
  return nodes;
}

/** What is to be said of a paragraph: words of one kind that are left out side by side are one remark. */
function remarksIn(pieces: readonly Piece[]): readonly Found[] {
  const found: Found[] = [];
  for (const kind of ['deleted text', 'hidden text'] as const) {
    const words = pieces.flatMap((piece) => (piece.kind === 'left out' && piece.as === kind ? [piece.text] : []));
    const text = spaced(words.join(''));
    if (text !== '') found.push({ kind, effect: 'left out', words: text });
  }
  return [
    ...found,
    ...raisedWords(pieces),
    ...pieces.flatMap((piece) => (piece.kind === 'remark' ? [piece.remark] : [])),
  ];
}

/** Endings of ordinal numbers mean the same on the line, and Word raises them by itself. */
const ordinals = /^(?:st|nd|rd|th|er|ère|re|ème|nde)$/i;

function raisedWords(pieces: readonly Piece[]): readonly Found[] {
  const found: Found[] = [];
  let [before, raised] = ['', ''];
  const end = () => {
    const isOrdinal = ordinals.test(raised.trim()) && /\d$/.test(before);
    if (raised.trim() !== '' && !isOrdinal) found.push({ kind: 'script', effect: 'changed', words: raised.trim() });
    [before, raised] = [before + raised, ''];
  };
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    if (piece.isScript) raised += piece.text;
    else {
      end();
      before = piece.text;
    }
  }
  end();
  return found;
}
