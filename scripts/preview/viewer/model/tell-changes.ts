import type { PreviewEdition, PreviewState } from '../../protocol.ts';
import type { Model } from './model.ts';
import { countProblems } from './selectors.ts';
import { tellBroken } from './tell-broken.ts';
import { tellCounts } from './tell-counts.ts';

/** What is worth reading out of a new state: how an edition has come out, once it has; undefined: nothing new. */
export function tellChanges(model: Model, state: PreviewState, shown: string | undefined): string | undefined {
  if (model.connection === 'lost') return 'The preview’s server answers again.';
  const before = new Map(model.state?.editions.map((edition) => [edition.name, edition]));
  const told = state.editions.flatMap((edition) =>
    tellEdition(before.get(edition.name), edition, { shown, shared: state.shared }),
  );
  return told.length === 0 ? undefined : told.join(' ');
}

function tellEdition(
  before: PreviewEdition | undefined,
  after: PreviewEdition,
  { shown, shared }: { readonly shown: string | undefined; readonly shared: PreviewState['shared'] },
): readonly string[] {
  if (before?.status === after.status) return [];
  const counts = countProblems(after.diagnostics);
  if (after.status === 'broken') {
    return [`${after.title} is broken: ${tellBroken(after, shared)}. The last good pages stay.`];
  }
  if (after.status !== 'ready' || before === undefined) return [];
  return [
    `${after.title} is ready${after.name === shown && counts.forRelease + counts.warnings > 0 ? `, ${tellCounts(counts)}` : ''}.`,
  ];
}
