import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

type Marked = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' | 'link' }>;

/**
 * Sets the marks of a line right: spaces and line breaks at the edge of bold or italic words go outside, neighbours of one
 * kind become one, empty ones go, and texts side by side are joined. CommonMark has no way to write the rest: `**bold **` is
 * no emphasis.
 */
export function tidyPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const tidy = children.flatMap((child): PhrasingContent[] => (isMarked(child) ? tidyMarked(child) : [child]));
  const joined: PhrasingContent[] = [];
  for (const child of tidy) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + child.value };
    else if (child.type === 'inlineCode' && last?.type === 'inlineCode')
      joined[joined.length - 1] = { ...last, value: last.value + child.value };
    else if (isMarked(child) && last && isMarked(last) && isSame(last, child)) {
      joined[joined.length - 1] = { ...last, children: tidyPhrasing([...last.children, ...child.children]) } as Marked;
    } else {
      // The number of a note stands right behind its word.
      if (child.type === 'footnoteReference' && last?.type === 'text')
        joined[joined.length - 1] = { ...last, value: last.value.replace(/\s+$/u, '') };
      joined.push(child);
    }
  }
  return joined.filter((child) => child.type !== 'text' || child.value !== '');
}

/** Without the spaces and line breaks at both ends, which print nothing. */
function trimPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const trimmed = [...children];
  while (isBlank(trimmed[0])) trimmed.shift();
  while (isBlank(trimmed.at(-1))) trimmed.pop();
  const [first] = trimmed;
  if (first?.type === 'text') trimmed[0] = { ...first, value: first.value.replace(/^[ \t\r\n]+/, '') };
  const last = trimmed.at(-1);
  if (last?.type === 'text') trimmed[trimmed.length - 1] = { ...last, value: last.value.replace(/[ \t\r\n]+$/, '') };
  return trimmed;
}

/** Tidy and without spaces at both ends: a line as it stands in a paragraph. */
export function lineOf(children: readonly PhrasingContent[]): PhrasingContent[] {
  return trimPhrasing(tidyPhrasing(children));
}

/** The words of a line, each line break a line end. */
export function wordsOfLine(children: readonly PhrasingContent[]): string {
  return children
    .map((child) =>
      child.type === 'break'
        ? '\n'
        : isMarked(child)
          ? wordsOfLine(child.children)
          : child.type === 'image'
            ? ''
            : textOf(child),
    )
    .join('');
}

/**
 * Parts a line at places within its words, counted as in {@link wordsOfLine}; marks around a place are closed before it and
 * opened anew behind it.
 *
 * @param places in their order
 */
export function partPhrasing(children: readonly PhrasingContent[], places: readonly number[]): PhrasingContent[][] {
  const [place, ...more] = places;
  if (place === undefined) return [[...children]];
  const [before, after] = partAt(children, place);
  return [
    before,
    ...partPhrasing(
      after,
      more.map((next) => next - place),
    ),
  ];
}

function partAt(children: readonly PhrasingContent[], place: number): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  let left = place;
  for (const [index, child] of children.entries()) {
    const length = wordsOfLine([child]).length;
    if (left >= length && (left > 0 || length > 0)) {
      before.push(child);
      left -= length;
      continue;
    }
    const rest = children.slice(index + 1);
    if (left === 0) return [before, [child, ...rest]];
    if (child.type === 'text') {
      const one = { ...child, value: child.value.slice(0, left) };
      return [
        [...before, one],
        [{ ...child, value: child.value.slice(left) }, ...rest],
      ];
    }
    if (!isMarked(child)) return [[...before, child], rest];
    const [inner, outer] = partAt(child.children, left);
    return [
      [...before, { ...child, children: inner } as Marked],
      [{ ...child, children: outer } as Marked, ...rest],
    ];
  }
  return [before, []];
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && /^\s*$/u.test(node.value));
}

function isMarked(node: PhrasingContent): node is Marked {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete' || node.type === 'link';
}

function isSame(one: Marked, other: Marked): boolean {
  return one.type === other.type && (one.type !== 'link' || (other.type === 'link' && one.url === other.url));
}

function tidyMarked(node: Marked): PhrasingContent[] {
  // Bold within bold is bold, at whatever depth.
  const inner = tidyPhrasing(node.children.flatMap((child) => withoutMark(child, node.type)));
  const [before, rest] = edge(inner, /^\s+/u, 'start');
  const [after, marked] = edge(rest, /\s+$/u, 'end');
  return [...before, ...(marked.length === 0 ? [] : [{ ...node, children: marked } as Marked]), ...after];
}

function withoutMark(node: PhrasingContent, mark: Marked['type']): PhrasingContent[] {
  if (!isMarked(node)) return [node];
  const children = node.children.flatMap((child) => withoutMark(child, mark));
  return node.type === mark ? children : [{ ...node, children } as Marked];
}

/** The spaces and line breaks at one end of a line, and the line without them. */
function edge(
  children: readonly PhrasingContent[],
  blank: RegExp,
  end: 'start' | 'end',
): [PhrasingContent[], PhrasingContent[]] {
  const outer = end === 'start' ? children[0] : children.at(-1);
  const others = end === 'start' ? children.slice(1) : children.slice(0, -1);
  const joined = (edges: readonly PhrasingContent[], one: PhrasingContent) =>
    end === 'start' ? [one, ...edges] : [...edges, one];
  if (outer?.type === 'break') {
    const [edges, rest] = edge(others, blank, end);
    return [joined(edges, outer), rest];
  }
  const spaces = outer?.type === 'text' ? blank.exec(outer.value)?.[0] : undefined;
  if (outer?.type !== 'text' || spaces === undefined) return [[], [...children]];
  const space: PhrasingContent = { type: 'text', value: spaces };
  if (spaces === outer.value) {
    const [edges, rest] = edge(others, blank, end);
    return [joined(edges, space), rest];
  }
  const kept = { ...outer, value: outer.value.replace(blank, '') };
  return [[space], end === 'start' ? [kept, ...others] : [...others, kept]];
}

const signs = {
  superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹',
  subscript: '₀₁₂₃₄₅₆₇₈₉',
} as const;

/**
 * Raised or lowered digits as signs of their own, which keep their meaning in running text.
 *
 * @returns undefined for a text that has other signs than digits
 */
export function scriptSigns(text: string, script: keyof typeof signs): string | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  return text.replace(/\d/g, (digit) => signs[script][Number(digit)] ?? digit);
}
