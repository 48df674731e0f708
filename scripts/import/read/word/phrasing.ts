import type { Link, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Remark } from '../../manuscript.ts';
import type { Found } from './drawings.ts';
import { spaced, type XmlElement } from './package.ts';
import type { Inline } from './text.ts';

/** A paragraph's text, with what stands in it beside the text. */
export interface ReadPhrasing {
  readonly children: readonly PhrasingContent[];
  readonly boxes: readonly Box[];
  readonly remarks: readonly Remark[];
  /** The words that are a list of contents. */
  readonly contents: string;
}

export type Box = { readonly content: XmlElement } | { readonly lines: readonly string[] };

type Shown = Extract<Inline, { kind: 'text' | 'node' }>;

/** Words of a paragraph that name its place. */
const firstWords = 8;

/** Where something stands: the first words of a text. */
export function nearOf(text: string): string {
  return spaced(text).split(' ').slice(0, firstWords).join(' ');
}

/** Makes one paragraph's inlines phrasing content of markdown's tree. */
export function phrasingOf(inlines: readonly Inline[]): ReadPhrasing {
  const shown = trimmed(inlines.filter((inline) => inline.kind === 'text' || inline.kind === 'node'));
  const children = wrapped(shown, wrappers);
  const near = nearOf(textOf({ type: 'paragraph', children: [...children] }));
  const contents = inlines.map((inline) =>
    inline.kind === 'left out' && inline.as === 'list of contents' ? inline.text : '',
  );
  return {
    children,
    boxes: inlines.filter((inline) => inline.kind === 'box' || inline.kind === 'words'),
    remarks: remarksIn(inlines).map((found) => ({ ...found, near })),
    contents: spaced(contents.join('')),
  };
}

/** Without spaces at the ends of lines and breaks at both ends, which show nothing. */
function trimmed(inlines: readonly Shown[]): readonly Shown[] {
  const isBlank = (inline: Shown) =>
    inline.kind === 'text' ? /^\s*$/u.test(inline.text) : inline.node.type === 'break';
  const first = inlines.findIndex((inline) => !isBlank(inline));
  const last = inlines.findLastIndex((inline) => !isBlank(inline));
  return inlines.slice(Math.max(first, 0), last + 1).map((inline, index, all) => {
    if (inline.kind !== 'text') return inline;
    const head = beginsLine(all[index - 1]) ? inline.text.replace(/^[ \t]+/, '') : inline.text;
    return { ...inline, text: beginsLine(all[index + 1]) ? head.replace(/[ \t]+$/, '') : head };
  });
}

function beginsLine(neighbour: Shown | undefined): boolean {
  return neighbour === undefined || (neighbour.kind === 'node' && neighbour.node.type === 'break');
}

/** The marks around text from the outermost, each with what must be the same for neighbours to share it. */
interface Wrapper {
  readonly sameFor: (inline: Shown) => string | undefined;
  readonly around: (same: string, children: PhrasingContent[]) => PhrasingContent;
}

const wrappers: readonly Wrapper[] = [
  {
    sameFor: ({ url }) => url,
    // What a link holds are no links again.
    around: (url, children): Link => ({ type: 'link', url, children: children as Link['children'] }),
  },
  {
    sameFor: (inline) => (inline.delete ? 'delete' : undefined),
    around: (_, children) => ({ type: 'delete', children }),
  },
  {
    sameFor: (inline) => (inline.strong ? 'strong' : undefined),
    around: (_, children) => ({ type: 'strong', children }),
  },
  {
    sameFor: (inline) => (inline.emphasis ? 'emphasis' : undefined),
    around: (_, children) => ({ type: 'emphasis', children }),
  },
];

function wrapped(inlines: readonly Shown[], [wrapper, ...inner]: readonly Wrapper[]): PhrasingContent[] {
  if (!wrapper) return nodesOf(inlines);
  const groups: { readonly same: string | undefined; readonly inlines: Shown[] }[] = [];
  for (const inline of inlines) {
    const same = wrapper.sameFor(inline);
    const last = groups.at(-1);
    if (last && last.same === same) last.inlines.push(inline);
    else groups.push({ same, inlines: [inline] });
  }
  return groups.flatMap((group) => {
    const children = wrapped(group.inlines, inner);
    return group.same === undefined ? children : [wrapper.around(group.same, children)];
  });
}

function nodesOf(inlines: readonly Shown[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const inline of inlines) {
    const last = nodes.at(-1);
    if (inline.kind === 'node') nodes.push(inline.node);
    else if (last?.type === 'text') nodes[nodes.length - 1] = { ...last, value: last.value + inline.text };
    else nodes.push({ type: 'text', value: inline.text });
  }
  return nodes;
}

/** What is to be said of a paragraph: words of one kind that are left out side by side are one remark. */
function remarksIn(inlines: readonly Inline[]): readonly Found[] {
  const found: Found[] = [];
  for (const kind of ['deleted text', 'hidden text'] as const) {
    const words = inlines.flatMap((inline) => (inline.kind === 'left out' && inline.as === kind ? [inline.text] : []));
    const text = spaced(words.join(''));
    if (text !== '') found.push({ kind, effect: 'left out', words: text });
  }
  return [
    ...found,
    ...raisedWords(inlines),
    ...inlines.flatMap((inline) => (inline.kind === 'remark' ? [inline.remark] : [])),
  ];
}

/** Endings of ordinal numbers mean the same on the line, and Word raises them by itself. */
const ordinals = /^(?:st|nd|rd|th|er|ère|re|ème|nde)$/i;

function raisedWords(inlines: readonly Inline[]): readonly Found[] {
  const found: Found[] = [];
  let [before, raised] = ['', ''];
  const end = () => {
    const isOrdinal = ordinals.test(raised.trim()) && /\d$/.test(before);
    if (raised.trim() !== '' && !isOrdinal) found.push({ kind: 'script', effect: 'changed', words: raised.trim() });
    [before, raised] = [before + raised, ''];
  };
  for (const inline of inlines) {
    if (inline.kind !== 'text') continue;
    if (inline.isScript) raised += inline.text;
    else {
      end();
      before = inline.text;
    }
  }
  end();
  return found;
}
