import type { Audit } from '../press/audit/audit.ts';
import { collectDiagnostics, type Diagnostic, type Diagnostics } from '../press/diagnostics/diagnostic.ts';
import { type Compiled, compileEdition, type Pressed, pressEdition } from '../press/index.ts';
import { reportUnusedSeriesNames } from '../press/numbers/declared-names.ts';
import { openBrowser } from '../press/print/open-browser.ts';
import { openProject, type Project } from '../press/project.ts';
import { publish } from '../press/publish.ts';
import { listEditions, reportEditionNames } from '../press/read/edition-names.ts';
import { reportSharedOrders } from '../press/read/edition-status.ts';
import { diskFiles } from '../press/read/files.ts';
import { expectEditions } from './expect-editions.ts';
import type { BuildOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { takeTurns } from './turns.ts';

/** An edition that a build has published. */
export interface Published {
  readonly edition: string;
  /** As the caller wrote it: out/mali.pdf. */
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
  /** Its numbers in print by what explains them. */
  readonly numbers: Audit['counts'];
}

/** How a build ended. Nothing is published when anything failed. */
export interface Built {
  readonly ok: boolean;
  readonly published: readonly Published[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a build takes from the world besides files and browser. */
export interface BuildWorld {
  /** The folder of the project. */
  readonly root: string;
  /** SOURCE_DATE_EPOCH, if it is set. */
  readonly epoch: string | undefined;
  readonly progress: Progress;
}

/** How pressing editions ended, before any is published. */
export interface PressedAll {
  readonly ok: boolean;
  readonly pressed: readonly Pressed[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds editions: all are compiled before the browser starts, and all are printed and verified before the first is
 * published, so that one run shows every problem and out/ never holds a part of a build.
 */
export async function build(options: BuildOptions, world: BuildWorld): Promise<Built> {
  const { ok, pressed, diagnostics } = await press(options, world);
  if (!ok) return { ok, published: [], diagnostics };
  const artifacts = pressed.flatMap(({ name, pdf, audits }) => [
    { path: `${name}.pdf`, bytes: pdf },
    { path: `${name}.audit.html`, bytes: audits.html },
    { path: `${name}.audit.json`, bytes: audits.json },
  ]);
  await publish(artifacts, options.out);
  const published = pressed.map(({ name, pages, pdf, audit }) => ({
    edition: name,
    path: `${options.out}/${name}.pdf`,
    pages,
    bytes: pdf.length,
    numbers: audit.counts,
  }));
  return { ok, published, diagnostics };
}

/** Compiles, prints, finishes and verifies editions. Nothing is printed when compiling any of them failed. */
export async function press(options: BuildOptions, world: BuildWorld): Promise<PressedAll> {
  const diagnostics = collectDiagnostics();
  // Its data stay open until all is pressed: audits ask for the rows behind the numbers in print.
  await using project = await openProject(world.root, diagnostics.report);
  const compiled = await compileAll(options.editions, project, world, diagnostics);
  const failed = isFailed(diagnostics, options);
  const pressed = failed ? [] : await pressAll(compiled, options.jobs, world, diagnostics);
  return { ok: !isFailed(diagnostics, options), pressed, diagnostics: diagnostics.list() };
}

/** Checks editions: everything but the browser. */
export async function check(options: BuildOptions, world: BuildWorld): Promise<Built> {
  const diagnostics = collectDiagnostics();
  await using project = await openProject(world.root, diagnostics.report);
  await compileAll(options.editions, project, world, diagnostics);
  return { ok: !isFailed(diagnostics, options), published: [], diagnostics: diagnostics.list() };
}

function isFailed(diagnostics: Diagnostics, { failOnWarning }: BuildOptions): boolean {
  return diagnostics.failed || (failOnWarning && diagnostics.list().length > 0);
}

async function compileAll(
  wanted: readonly string[],
  project: Project | undefined,
  { root, progress }: BuildWorld,
  diagnostics: Diagnostics,
): Promise<readonly Compiled[]> {
  const { report } = diagnostics;
  const files = diskFiles(root);
  const all = listEditions(files);
  if (wanted.length === 0) reportEditionNames(files, report);
  const names = chooseEditions(wanted, all);
  const compiled: Compiled[] = [];
  if (!project) return compiled;
  for (const name of names) {
    const edition = await compileEdition(name, project, report, progress.of(name));
    progress.pause(name);
    if (edition) compiled.push(edition);
  }
  reportSharedOrders(compiled, report);
  // Only all editions together can tell which names of the series none of them needs.
  if (compiled.length === all.length && !diagnostics.failed) reportUnusedSeriesNames(compiled, report);
  return compiled;
}

/** @throws Error for an edition that there is not */
function chooseEditions(wanted: readonly string[], all: readonly string[]): readonly string[] {
  expectEditions(wanted, all);
  return wanted.length > 0 ? [...new Set(wanted)] : all;
}

async function pressAll(
  compiled: readonly Compiled[],
  jobs: number,
  { epoch, progress }: BuildWorld,
  { report }: Diagnostics,
): Promise<readonly Pressed[]> {
  await using printer = await openBrowser({ jobs, say: progress.say });
  for (const notice of printer.notices) progress.say(notice);
  const inTurn = takeTurns(printer, jobs, progress);
  return await Promise.all(
    compiled.map(async (edition) => {
      const { name } = edition.edition;
      const world = { epoch, report, onStage: progress.of(name) };
      const pressed = await inTurn(name, (own) => pressEdition(edition, own, world));
      progress.done(name);
      return pressed;
    }),
  );
}
