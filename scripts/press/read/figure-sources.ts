import type { Place } from '../diagnostics/diagnostic.ts';
import type { Located } from './edition.ts';

/** What names sources: a chart, map, table or timeline, and a chart's layers. */
export interface Sourced {
  readonly source: readonly string[];
  readonly more_data?: Readonly<Record<string, { readonly source?: readonly string[] | undefined }>> | undefined;
}

/** The sources of a figure: its own, then those of its layers that it does not name itself; each with where it is named. */
export function figureSources({
  value,
  at,
}: Located<Sourced>): readonly { readonly id: string; readonly place: Place }[] {
  const named = [
    ...value.source.map((id) => ({ id, place: at('source') })),
    ...Object.entries(value.more_data ?? {}).flatMap(([name, { source = [] }]) =>
      source.map((id) => ({ id, place: at('more_data', name, 'source') })),
    ),
  ];
  return named.filter(({ id }, index) => named.findIndex((other) => other.id === id) === index);
}
