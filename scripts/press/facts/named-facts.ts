import type { NamedFacts } from '../data/prepare-query.ts';
import type { Edition } from '../read/edition.ts';
import type { Facts } from './fact.ts';

/**
 * The facts of an edition as queries name them: fact('killed-2022').
 *
 * @param named takes the name of each that a query asks for
 */
export function namedFacts(
  { facts: specs, broken }: Pick<Edition, 'facts' | 'broken'>,
  facts: Facts,
  named: Set<string>,
): NamedFacts {
  return {
    names: specs.keys(),
    valueOf(name) {
      named.add(name);
      const fact = facts.get(name);
      if (fact) return fact.upTo ? 'range' : fact.cell;
      return specs.has(name) || broken.has(`fact ${name}`) ? 'failed' : undefined;
    },
  };
}
