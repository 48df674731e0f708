import type { Kept } from '../bench.ts';
import { median } from '../median.ts';
import type { Tried } from './try-all.ts';
import type { Trial } from './try-document.ts';

/** The line of a document that failed or lost something; none for one that did well. */
export function tellTried({ file, outcome, seconds }: Tried): readonly string[] {
  const name = file.replace(/^.*[\\/]/, '');
  if ('stopped' in outcome) return [`${name}: ${outcome.stopped}`];
  const { isEmpty, refused, errors, lost } = outcome;
  if (isEmpty && !isBuilt(outcome)) return [`${name}: has no text`];
  if (refused !== '') return [`${name}: not imported: ${oneLine(refused)}`];
  const [first] = errors;
  const [loss] = lost;
  return [
    ...(first ? [`${name}: not built, ${errors.length} errors: ${first.rule}: ${oneLine(first.message)}`] : []),
    ...(loss ? [`${name}: lost unsaid: ${kindsOf(lost)}: ${oneLine(loss.sample)}`] : []),
    ...(seconds > slow ? [`${name}: took ${seconds.toFixed(0)} s`] : []),
  ];
}

/** Seconds after which a document is named for its time. */
const slow = 20;

/** What all documents together came to. */
export function tellTrials(tried: readonly Tried[]): readonly string[] {
  const trials = tried.flatMap(({ outcome }) => ('stopped' in outcome ? [] : [outcome]));
  const imported = trials.filter(({ refused }) => refused === '');
  const built = imported.filter(isBuilt);
  const stopped = tried.length - trials.length;
  const empty = trials.filter(({ isEmpty }) => isEmpty).length;
  const rules = countsOf(
    imported.flatMap(({ isEmpty, errors }) => (isEmpty ? [] : errors.map(({ rule }) => ({ name: rule, count: 1 })))),
  );
  const losses = imported.flatMap(({ lost }) => lost.map(({ kind, count }) => ({ name: kind, count })));
  const holding = countsOf(imported.flatMap(({ lost }) => unique(lost.map(({ kind }) => kind))));
  const seconds = tried.map((one) => one.seconds);
  return [
    `${tried.length} documents: ${imported.length} imported, ${built.length} built, ${stopped} ended their process or took too long, ${empty} have no text`,
    `whole, with nothing lost unsaid: ${built.filter(({ lost }) => lost.length === 0).length}`,
    ...rules.map(([rule, count]) => `error ${rule}: ${count}`),
    ...countsOf(losses).map(([kind, count]) => {
      return `lost unsaid, ${kind}: ${count} in ${new Map(holding).get(kind) ?? 0} documents`;
    }),
    `moved: ${sum(imported, 'moved')} words; parted or joined otherwise: ${sum(imported, 'spaced')} words; warnings: ${sum(imported, 'warnings')}`,
    `seconds a document: median ${median(seconds).toFixed(1)}, most ${Math.max(...seconds).toFixed(1)}`,
  ];
}

/** What is promised of imports. */
export function keptBy(tried: readonly Tried[]): readonly Kept[] {
  const trials = tried.flatMap(({ outcome }) => ('stopped' in outcome ? [] : [outcome]));
  const built = trials.filter(isBuilt);
  const lost = trials.reduce((all, trial) => all + trial.lost.reduce((own, { count }) => own + count, 0), 0);
  // A document without a word is no manuscript, whether it becomes an edition or not.
  const saying = tried.filter(({ outcome }) => 'stopped' in outcome || !outcome.isEmpty);
  const done = built.filter(({ isEmpty }) => !isEmpty).length;
  const share = done / saying.length;
  return [
    {
      promise: `imported and built are at least 0.99 of the documents that have text: ${done} of ${saying.length} (${share.toFixed(3)})`,
      holds: share >= 0.99,
    },
    { promise: `nothing of those is lost unsaid: ${lost} words and parts`, holds: lost === 0 },
  ];
}

function isBuilt({ refused, errors }: Trial): boolean {
  return refused === '' && errors.length === 0;
}

function kindsOf(lost: Trial['lost']): string {
  const counts = countsOf(lost.map(({ kind, count }) => ({ name: kind, count })));
  return counts.map(([kind, count]) => `${kind} ${count}`).join(', ');
}

function countsOf(
  entries: readonly { readonly name: string; readonly count: number }[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { name, count } of entries) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

function unique(names: readonly string[]): readonly { readonly name: string; readonly count: number }[] {
  return [...new Set(names)].map((name) => ({ name, count: 1 }));
}

function sum(trials: readonly Trial[], key: 'moved' | 'spaced' | 'warnings'): number {
  return trials.reduce((all, trial) => all + trial[key], 0);
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 240)} …` : line;
}
