import type { Rule } from './rule.ts';

/** A link to a place that does not exist is none: its words stay. */
export const dropLooseLinks: Rule = {
  types: ['Link'],
  repair: (link) => (link.kids.some(({ kind }) => kind === 'annotation') ? link : link.kids),
};
