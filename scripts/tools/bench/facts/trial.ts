import { join } from 'node:path';
import { collectDiagnostics, type Diagnostic, placeText } from '../../../press/diagnostics/diagnostic.ts';
import type { RuleId } from '../../../press/diagnostics/rules.ts';
import type { Compiled } from '../../../press/index.ts';
import { reportUnusedSeriesNames } from '../../../press/numbers/declared-names.ts';
import { openProject } from '../../../press/project.ts';
import { listEditions } from '../../../press/read/edition-names.ts';
import { type Files, sourceIn } from '../../../press/read/files.ts';
import { cellMutants } from './cell-mutants.ts';
import { type Lab, type LabResult, openLab } from './lab.ts';
import { openLabData } from './lab-data.ts';
import type { Change, Mutant } from './mutation.ts';
import { textMutants } from './text-mutants.ts';
import { type VisiblePage, visibleDifference, visiblePageOf } from './visible-page.ts';

/** The editions of a project on trial: all that may be changed in them, and what becomes of a change. */
interface Trial extends AsyncDisposable {
  readonly mutants: readonly Mutant[];
  /** @param ignored rules that report nothing: so the trial can be seen to fail */
  readonly outcomeOf: (mutant: Mutant, ignored?: ReadonlySet<RuleId>) => Promise<Outcome>;
}

/**
 * Puts the editions of a project on trial; its files stay as they are.
 *
 * @throws Error where an edition cannot be compiled before anything is changed
 */
export async function openTrial(root: string): Promise<Trial> {
  const diagnostics = collectDiagnostics();
  const project = await openProject(root, diagnostics.report);
  if (!project) throw new Error(`The project in ${root} cannot be opened: run npm run check.`);
  const files = readOnce(project.files);
  const sourceOf = (file: string) => sourceIn(files, file);
  const data = await openLabData(project.shared.dataPackage, join(root, 'data'));
  const lab = openLab({ ...project, files }, data);
  const before = new Map<string, Before>();
  const compiled: Compiled[] = [];
  const mutants: Mutant[] = [];
  for (const edition of listEditions(files)) {
    const original = await lab.press(edition, undefined);
    if (original.failed || !original.compiled) throw faultsOf(edition, original);
    before.set(edition, { ...original, page: visiblePageOf(original.html), answered: await original.answers() });
    compiled.push(original.compiled);
    mutants.push(...(await cellMutants(original.compiled, sourceOf)));
    for (const file of textFiles(`content/${edition}`, files)) {
      mutants.push(...textMutants(file, [original.compiled], sourceOf));
    }
  }
  for (const file of sharedFiles(files)) mutants.push(...textMutants(file, compiled, sourceOf));
  const beforeOf = (edition: string): Before => {
    const found = before.get(edition);
    if (!found) throw new Error(`There is no edition "${edition}" on trial.`);
    return found;
  };
  return {
    mutants,
    outcomeOf: (mutant, ignored = new Set()) => tryMutant(mutant, beforeOf, lab, ignored),
    async [Symbol.asyncDispose]() {
      await data[Symbol.asyncDispose]();
      await project[Symbol.asyncDispose]();
    },
  };
}

/** Files as they were when first read: whoever edits them meanwhile disturbs no trial. */
function readOnce(files: Files): Files {
  const read = new Map<string, Uint8Array | undefined>();
  return {
    ...files,
    bytes(path) {
      if (!read.has(path)) read.set(path, files.bytes(path));
      return read.get(path);
    },
  };
}

/** The text files of an edition, whatever its language. */
function textFiles(folder: string, files: Files): readonly string[] {
  const below = files
    .list(folder)
    .flatMap((name) => [name, ...files.list(`${folder}/${name}`).map((inner) => `${name}/${inner}`)]);
  return below.filter((name) => /\.(?:md|yaml)$/.test(name)).map((name) => `${folder}/${name}`);
}

/** What all editions are made from: the series, its sources, its labels. */
function sharedFiles(files: Files): readonly string[] {
  const own = files.list('content').filter((name) => name.endsWith('.yaml'));
  return [...own, ...files.list('content/labels').map((name) => `labels/${name}`)].map((name) => `content/${name}`);
}

function faultsOf(edition: string, { diagnostics }: LabResult): Error {
  const faults = diagnostics.map(({ place, message }) => `${placeText(place)} ${message}`).join('; ');
  return new Error(`The edition "${edition}" is not right as it is: ${faults}`);
}

/**
 * By what a mutant was noticed.
 *
 * - `diagnostic`: one that was not there before. Of a number typed into print, at its line; of another numeral, at the entry
 *   of YAML that it is part of (a fact, a source, a query), or anywhere with the name that it is part of (`killed-2022`)
 *   or the fact that it computes, or at a cell of data that its query prints; of a cell, at whatever reads it, since its new
 *   digest is accepted
 * - `text`, `table`, `chart`: the first of these that says something else for a reader
 * - `audit`: nothing but the audit says something else
 * - `unused`: a cell that queries read, but no answer turns on it, however it is changed
 * - `nothing`: a survivor
 */
type Fate = 'diagnostic' | 'text' | 'table' | 'chart' | 'audit' | 'unused' | 'nothing';

/** What became of a mutant. */
export interface Outcome {
  readonly fate: Fate;
  /** The change that was noticed, or the last that was not, and how many finer ones had shown nothing. */
  readonly after: string;
  readonly finer: number;
}

/** An edition before anything is changed. */
interface Before extends LabResult {
  readonly page: VisiblePage;
  /** What the data answered. */
  readonly answered: string;
}

/** What a single change came to: `hidden` where answers of the data are others, but nothing that anybody notices is. */
type Effect = Exclude<Fate, 'unused' | 'nothing'> | 'hidden' | 'none';

/**
 * Makes the changes of a mutant, one at a time and from the finest on, until one is noticed. Rounding may hide the finest
 * of a cell; of the farther ones, the first on which any answer turns has to be noticed.
 */
async function tryMutant(
  mutant: Mutant,
  beforeOf: (edition: string) => Before,
  lab: Lab,
  ignored: ReadonlySet<RuleId>,
): Promise<Outcome> {
  let hidden = false;
  for (const [finer, change] of mutant.changes.entries()) {
    const effects: Effect[] = [];
    const compiled: Compiled[] = [];
    for (const edition of mutant.editions) {
      const after = await lab.press(edition, change, ignored);
      if (after.compiled) compiled.push(after.compiled);
      const effect = await effectOf(mutant, change, beforeOf(edition), after);
      if (effect !== 'none' && effect !== 'hidden') return { fate: effect, after: change.after, finer };
      effects.push(effect);
    }
    if (mutant.editions.length > 1 && isUnused(compiled, mutant, change)) {
      return { fate: 'diagnostic', after: change.after, finer };
    }
    if (effects.includes('hidden')) {
      hidden = true;
      if (finer > 0) return { fate: 'nothing', after: change.after, finer };
    }
  }
  const fate = mutant.class === 'cell of data' && !hidden ? 'unused' : 'nothing';
  return { fate, after: mutant.changes.at(-1)?.after ?? '', finer: mutant.changes.length - 1 };
}

async function effectOf(mutant: Mutant, change: Change, before: Before, after: LabResult): Promise<Effect> {
  const known = new Set(before.diagnostics.map(keyOf));
  const added = after.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic)));
  if (added.some((diagnostic) => isReportedFor(diagnostic, mutant, change))) return 'diagnostic';
  if (mutant.asks === 'diagnostic') return 'none';
  if (!after.failed) {
    const difference =
      after.html === before.html ? undefined : visibleDifference(before.page, visiblePageOf(after.html));
    if (difference) return difference;
    if (after.properties !== before.properties) return 'text';
    if (after.audit !== before.audit) return 'audit';
  }
  // Of a numeral every change may be tried; only a cell's have to show from the first on which an answer turns.
  if (change.kind === 'text') return 'none';
  return after.failed || (await after.answers()) !== before.answered ? 'hidden' : 'none';
}

/** Whether it is reported that the changed thing is a name that the series declares and none of its editions needs. */
function isUnused(compiled: readonly Compiled[], mutant: Mutant, change: Change): boolean {
  const diagnostics = collectDiagnostics();
  reportUnusedSeriesNames(compiled, diagnostics.report);
  return diagnostics.list().some((diagnostic) => isReportedFor(diagnostic, mutant, change));
}

/** Whether a diagnostic points at what is changed, or says the name that is changed. */
function isReportedFor(
  { place, message }: Diagnostic,
  { place: { file }, lines, asks }: Mutant,
  change: Change,
): boolean {
  if (change.kind === 'cell') return true;
  const [first, last] = lines;
  if (place.file === file && first <= place.line && place.line <= last) return true;
  // A cell that a query prints otherwise than before.
  if (asks !== 'diagnostic' && place.file.startsWith('data/')) return true;
  return change.names.some((name) => message.includes(`"${name}"`));
}

function keyOf({ place, rule, message }: Diagnostic): string {
  return JSON.stringify([place, rule, message]);
}
