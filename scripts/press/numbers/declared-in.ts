import type { Edition } from '../read/edition.ts';
import type { Declared } from './declared-names.ts';

/** The names and kinds that an edition and its series declare. */
export function declaredIn({ meta, series }: Edition): Declared {
  const files = [meta, series];
  return {
    names: files.flatMap(({ value, at }) =>
      (value.declared?.names ?? []).map((text, index) => ({ text, place: at('declared', 'names', index) })),
    ),
    kinds: new Set(files.flatMap(({ value }) => value.declared?.kinds ?? [])),
  };
}
