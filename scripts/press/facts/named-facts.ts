import type { NamedFacts } from '../data/prepare-query.ts';
import type { Edition } from '../read/edition.ts';
import type { Facts } from './fact.ts';

/** The facts of an edition as queries name them: fact('killed-2022'). */
export function namedFacts({ facts: specs, broken }: Pick<Edition, 'facts' | 'broken'>, facts: Facts): NamedFacts {
  return {
    names: [...specs.keys()],
    valueOf(name) {
      const fact = facts.get(name);
      if (fact) return fact.upTo ? 'range' : fact.cell;
      return specs.has(name) || broken.has(`fact ${name}`) ? 'failed' : undefined;
    },
  };
}
