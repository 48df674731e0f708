import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Copies } from '../press/data/copies.ts';
import { type Datasets, openDatasets } from '../press/data/open-datasets.ts';
import type { Report } from '../press/diagnostics/diagnostic.ts';
import { readEdition } from '../press/read/edition.ts';
import { listEditions } from '../press/read/edition-names.ts';
import { type Files, findWithin } from '../press/read/files.ts';
import type { Shared } from '../press/read/series.ts';
import { answerEdition } from '../press/trace/edition-answers.ts';
import { type PrintChange, printChanges } from '../press/trace/print-changes.ts';
import { changedCells, type DataChange } from './changed-cells.ts';
import type { DatasetState } from './dataset-states.ts';
import { findAccepted } from './find-accepted.ts';

/** What became of one dataset since its file was accepted. */
export interface DatasetChanges {
  readonly state: DatasetState;
  /** `unknown` where the accepted file cannot be had. */
  readonly cells: readonly DataChange[] | 'unknown' | 'too large';
}

/** What changed files change. */
export interface DataChanges {
  readonly datasets: readonly DatasetChanges[];
  /** The places in print that move, over all editions; of a dataset whose accepted file cannot be had, none is known. */
  readonly moves: readonly PrintChange[];
}

/** The project whose data are looked at. */
export interface DataProject {
  readonly root: string;
  readonly files: Files;
  readonly shared: Shared;
  readonly copies: Copies;
}

/** In bytes: larger files are not compared cell by cell. */
const largest = 50_000_000;

/**
 * Holds changed datasets against the files that were accepted: cell by cell, and in print, by asking every edition's
 * queries of both.
 */
export async function dataChanges(states: readonly DatasetState[], project: DataProject): Promise<DataChanges> {
  const { root, files, shared } = project;
  const accepted = new Map<string, Uint8Array>();
  for (const { dataset, file } of states) {
    const old = dataset.hash === undefined ? undefined : await findAccepted(dataset.hash, file, project);
    if (old) accepted.set(dataset.name, old);
  }
  const folder = await mkdtemp(join(tmpdir(), 'press-accepted-'));
  try {
    for (const { name, path } of shared.dataPackage.value.resources) {
      const old = accepted.get(name);
      const found = findWithin(root, `data/${path}`);
      if (old) await writeFile(join(folder, path), old);
      else if (found.kind === 'file') await copyFile(found.path, join(folder, path));
    }
    // What is wrong with what was is no longer of interest, and what is wrong now is told by npm run check.
    await using before = await openDatasets(shared.dataPackage, folder, silent);
    await using now = await openDatasets(shared.dataPackage, join(root, 'data'), silent);
    const datasets: DatasetChanges[] = [];
    for (const state of states) {
      const old = accepted.get(state.dataset.name);
      datasets.push({ state, cells: old ? await cellsOf(state, old, { before, now, files }) : 'unknown' });
    }
    return { datasets, moves: accepted.size === 0 ? [] : await movesBetween(before, now, files, shared) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const silent: Report = () => {};

async function cellsOf(
  { dataset, file }: DatasetState,
  old: Uint8Array,
  { before, now, files }: { readonly before: Datasets; readonly now: Datasets; readonly files: Files },
): Promise<DatasetChanges['cells']> {
  const { name, path, schema } = dataset;
  const bytes = files.bytes(file) ?? new Uint8Array();
  if (Math.max(old.length, bytes.length) > largest) return 'too large';
  const key = typeof schema.primaryKey === 'string' ? [schema.primaryKey] : (schema.primaryKey ?? []);
  const [was, is] = path.endsWith('.csv')
    ? [old, bytes]
    : [await before.csvOf(name, 'all'), await now.csvOf(name, 'all')];
  return changedCells(textOf(was), textOf(is), { key, file });
}

async function movesBetween(
  before: Datasets,
  now: Datasets,
  files: Files,
  shared: Shared,
): Promise<readonly PrintChange[]> {
  const found: PrintChange[] = [];
  for (const name of listEditions(files)) {
    const edition = readEdition(files, name, shared, silent);
    if (!edition) continue;
    const [was, is] = [
      await answerEdition(edition, { files, shared, datasets: before }, silent),
      await answerEdition(edition, { files, shared, datasets: now }, silent),
    ];
    found.push(...(await printChanges(was, is)));
  }
  return found;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
