import type {
  OpenRequest,
  PlacedKind,
  PreviewDiagnostic,
  PreviewEdition,
  PreviewPages,
  PreviewState,
  PreviewStatus,
} from '../../protocol.ts';
import type { Model } from './model.ts';

/** How many diagnostics there are of each severity. */
export interface ProblemCounts {
  readonly errors: number;
  readonly forRelease: number;
  readonly warnings: number;
}

/** Counts diagnostics by their severity. */
export function countProblems(diagnostics: readonly PreviewDiagnostic[]): ProblemCounts {
  const count = (wanted: PreviewDiagnostic['severity']) =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), forRelease: count('release'), warnings: count('warning') };
}

/** “2 errors, 3 for release, 1 warning”; “no problems” where there are none. */
export function describeCounts({ errors, forRelease, warnings }: ProblemCounts): string {
  const release = forRelease === 0 ? [] : [`${forRelease} for release`];
  const parts = [counted(errors, 'error'), release, counted(warnings, 'warning')].flat();
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}

function counted(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}

/** How many problems a broken edition has: its own or, where it has none, those of the files that all editions need. */
export function describeBroken(
  { diagnostics }: Pick<PreviewEdition, 'diagnostics'>,
  shared: readonly PreviewDiagnostic[],
): string {
  if (diagnostics.length > 0 || shared.length === 0) return describeCounts(countProblems(diagnostics));
  return `${describeCounts(countProblems(shared))} in shared files`;
}

/** What is worth reading out of a new state: how an edition has come out, once it has; undefined: nothing new. */
export function describeChanges(model: Model, state: PreviewState, shown: string | undefined): string | undefined {
  if (model.connection === 'lost') return 'The preview’s server answers again.';
  const before = new Map(model.state?.editions.map((edition) => [edition.name, edition]));
  const sentences = state.editions.flatMap((edition) =>
    describeChange(before.get(edition.name), edition, { shown, shared: state.shared }),
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

function describeChange(
  before: PreviewEdition | undefined,
  after: PreviewEdition,
  { shown, shared }: { readonly shown: string | undefined; readonly shared: PreviewState['shared'] },
): readonly string[] {
  if (before?.status === after.status) return [];
  if (after.status === 'broken') {
    return [`${after.title} is broken: ${describeBroken(after, shared)}. The last good pages stay.`];
  }
  if (after.status !== 'ready' || before === undefined) return [];
  const counts = countProblems(after.diagnostics);
  const isListed = after.name === shown && counts.forRelease + counts.warnings > 0;
  return [`${after.title} is ready${isListed ? `, ${describeCounts(counts)}` : ''}.`];
}

/** What is on the screen while the newest save is broken. */
export function describeShown(shown: PreviewPages | undefined): string {
  return shown ? `These are the last good pages, from ${clockTime(shown.at)}.` : 'There are no good pages yet.';
}

/** A time of today as clocks show it, of another day with its date; in the reader's own form. */
function clockTime(milliseconds: number): string {
  const at = new Date(milliseconds);
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday
    ? at.toLocaleTimeString('en', clock)
    : at.toLocaleString('en', { ...clock, day: 'numeric', month: 'short' });
}

/** A place as editors and terminals understand it: `content/mali/en/20-aid.md:14:31`; columns of 1 are left out. */
export function placeText({ file, line, column }: Omit<OpenRequest, 'column'> & { readonly column?: number }): string {
  return `${file}:${line}${column === undefined || column <= 1 ? '' : `:${column}`}`;
}

/** What each status of an edition is called. */
export const statusWords: Readonly<Record<PreviewStatus, string>> = {
  waiting: 'waiting',
  compiling: 'compiling…',
  printing: 'printing…',
  finishing: 'finishing…',
  ready: 'ready',
  broken: 'broken',
};

/** What each kind of box is called. */
export const kindWords: Readonly<Record<PlacedKind, string>> = {
  heading: 'Heading',
  paragraph: 'Paragraph',
  list: 'List',
  table: 'Table',
  chart: 'Chart',
  map: 'Map',
  timeline: 'Timeline',
  caption: 'Caption',
  note: 'Note',
  'key-figures': 'Key figures',
  callout: 'Callout',
  image: 'Picture',
  contents: 'Contents',
  other: 'Part',
};
