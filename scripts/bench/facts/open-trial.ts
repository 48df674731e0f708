import { join } from 'node:path';
import { collectDiagnostics, placeText } from '../../press/diagnostics/diagnostic.ts';
import type { RuleId } from '../../press/diagnostics/rules.ts';
import type { Compiled } from '../../press/index.ts';
import { openProject } from '../../press/project.ts';
import { listEditions } from '../../press/read/edition-names.ts';
import { type Files, sourceIn } from '../../press/read/files.ts';
import { cellMutants } from './cell-mutants.ts';
import { type Impression, openLab } from './lab.ts';
import { openLabData } from './lab-data.ts';
import type { Mutant } from './mutant.ts';
import { seenOf } from './seen.ts';
import { textMutants } from './text-mutants.ts';
import { type Before, type Outcome, tryMutant } from './try-mutant.ts';

/** The editions of a project on trial: all that may be changed in them, and what becomes of a change. */
export interface Trial extends AsyncDisposable {
  readonly mutants: readonly Mutant[];
  readonly outcomeOf: (mutant: Mutant) => Promise<Outcome>;
}

/**
 * Puts the editions of a project on trial; its files stay as they are.
 *
 * @param deafTo rules that nobody hears of: so the trial can be seen to fail
 * @throws Error where an edition cannot be compiled before anything is changed
 */
export async function openTrial(root: string, deafTo: ReadonlySet<RuleId> = new Set()): Promise<Trial> {
  const diagnostics = collectDiagnostics();
  const project = await openProject(root, diagnostics.report);
  if (!project) throw new Error(`The project in ${root} cannot be opened: run npm run check.`);
  const files = readOnce(project.files);
  const sourceOf = (file: string) => sourceIn(files, file);
  const data = await openLabData(project.shared.dataPackage, join(root, 'data'));
  const lab = openLab({ ...project, files, sourceOf }, data, deafTo);
  const before = new Map<string, Before>();
  const compiled: Compiled[] = [];
  const mutants: Mutant[] = [];
  for (const edition of listEditions(files)) {
    const impression = await lab.press(edition, undefined);
    if (impression.failed || !impression.compiled) throw toldOf(edition, impression);
    before.set(edition, { ...impression, seen: seenOf(impression.html), answered: await impression.answers() });
    compiled.push(impression.compiled);
    mutants.push(...(await cellMutants(impression.compiled, sourceOf)));
    for (const file of textFiles(`content/${edition}`, files)) {
      mutants.push(...textMutants(file, [impression.compiled], sourceOf));
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
    outcomeOf: (mutant) => tryMutant(mutant, beforeOf, lab),
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

function toldOf(edition: string, { told }: Impression): Error {
  const said = told.map(({ place, message }) => `${placeText(place)} ${message}`).join('; ');
  return new Error(`The edition "${edition}" is not right as it is: ${said}`);
}
