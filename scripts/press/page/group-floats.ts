import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * Puts a heading and what stands beside the text right after it into one division. A browser does not keep a heading
 * with its text over a float between them (seen with Chromium 153), but it keeps a division that says so.
 *
 * @param isBeside whether the placed block of this index stands in the outer column
 */
export function groupFloats(body: Root, isBeside: (index: number) => boolean): Root {
  const children: RootContent[] = [];
  for (const child of body.children) {
    const group = isFloat(child, isBeside) ? groupFor(children) : undefined;
    if (group) group.children.push(child as ElementContent);
    else children.push(child);
  }
  return { ...body, children };
}

/** The group at the end of these children; a heading there becomes one. White space after it does not matter. */
function groupFor(children: RootContent[]): Element | undefined {
  const index = children.findLastIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const last = children[index];
  if (last?.type !== 'element') return undefined;
  if (isGroup(last)) return last;
  if (!/^h[2-6]$/.test(last.tagName)) return undefined;
  const group: Element = { type: 'element', tagName: 'div', properties: { className: [groupClass] }, children: [last] };
  children.splice(index, children.length - index, group);
  return group;
}

const groupClass = 'heading-group';

function isGroup({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes(groupClass);
}

function isFloat(child: RootContent, isBeside: (index: number) => boolean): boolean {
  const placed = child.type === 'element' ? child.properties.dataPlaced : undefined;
  return typeof placed === 'string' && isBeside(Number(placed));
}
