import { type Element, isList, type Kid, replaceKids } from '../structure/element.ts';

/** A stage of repair: what becomes of tags of certain types. */
export interface Rule {
  readonly types: readonly string[];
  /** Gives what stands in the place of a tag, whose kids are repaired already. */
  readonly repair: (tag: Element) => Element | readonly Kid[];
}

/** A cell keeps its column, whether it says something or not. */
const kept: ReadonlySet<string> = new Set(['TD', 'TH']);

/**
 * Repairs a tree from its leaves up, all stages in one walk: each tag by the rules of its type, in their order, as long as
 * it is of that type. Tags that hold nothing go. The root stays what it is.
 */
export function applyRules(document: Element, rules: readonly Rule[]): Element {
  const byType = new Map<string, Rule['repair'][]>();
  for (const { types, repair } of rules) {
    for (const type of types) byType.set(type, [...(byType.get(type) ?? []), repair]);
  }
  const repaired = (tag: Element): Element | readonly Kid[] => {
    let result = withRepairedKids(tag);
    if (result.kids.length === 0 && !kept.has(result.type)) return [];
    for (const repair of byType.get(tag.type) ?? []) {
      const next = repair(result);
      if (isList(next)) return next;
      result = next;
      if (result.type !== tag.type) break;
    }
    return result;
  };
  const withRepairedKids = (tag: Element): Element =>
    replaceKids(tag, (kid) => (kid.kind === 'element' ? repaired(kid) : kid));
  return withRepairedKids(document);
}
