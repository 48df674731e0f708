import type { PhrasingContent } from 'mdast';

type Marked = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' | 'link' }>;

/**
 * Sets the marks of a line right: spaces at the edge of bold or italic words go outside, neighbours of one kind become one,
 * empty ones go, and texts side by side are joined.
 */
export function tidyPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const tidy = children.flatMap((child): PhrasingContent[] => (isMarked(child) ? tidyMarked(child) : [child]));
  const joined: PhrasingContent[] = [];
  for (const child of tidy) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + child.value };
    else if (isMarked(child) && last && isMarked(last) && isSame(last, child)) {
      joined[joined.length - 1] = { ...last, children: tidyPhrasing([...last.children, ...child.children]) } as Marked;
    } else joined.push(child);
  }
  return joined.filter((child) => child.type !== 'text' || child.value !== '');
}

/** Without the spaces and line breaks at both ends, which print nothing. */
export function trimPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const trimmed = [...children];
  while (isBlank(trimmed[0])) trimmed.shift();
  while (isBlank(trimmed.at(-1))) trimmed.pop();
  const [first] = trimmed;
  if (first?.type === 'text') trimmed[0] = { ...first, value: first.value.replace(/^[ \t\r\n]+/, '') };
  const last = trimmed.at(-1);
  if (last?.type === 'text') trimmed[trimmed.length - 1] = { ...last, value: last.value.replace(/[ \t\r\n]+$/, '') };
  return trimmed;
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
  // Bold within bold is bold.
  const inner = tidyPhrasing(
    node.children.flatMap((child): PhrasingContent[] =>
      child.type === node.type && 'children' in child ? (child.children as PhrasingContent[]) : [child],
    ),
  );
  const first = inner[0];
  const last = inner.at(-1);
  if (!first || !last) return [];
  const before = first.type === 'text' ? (/^\s+/u.exec(first.value)?.[0] ?? '') : '';
  if (inner.length === 1 && first.type === 'text' && before === first.value) return [first];
  if (first.type === 'text') inner[0] = { ...first, value: first.value.slice(before.length) };
  const end = inner.at(-1);
  const after = end?.type === 'text' ? (/\s+$/u.exec(end.value)?.[0] ?? '') : '';
  if (end?.type === 'text')
    inner[inner.length - 1] = { ...end, value: end.value.slice(0, end.value.length - after.length) };
  const kept = inner.filter((child) => child.type !== 'text' || child.value !== '');
  const space = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  const marked = kept.length === 0 ? [] : [{ ...node, children: kept } as Marked];
  return [...space(before), ...marked, ...space(after)];
}
