import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Copies } from '../press/data/copies.ts';
import { type Datasets, openDatasets } from '../press/data/open-datasets.ts';
import type { Report } from '../press/diagnostics/diagnostic.ts';
import type { Files } from '../press/read/files.ts';
import { listEditions, readEdition } from '../press/read/read-edition.ts';
import type { Shared } from '../press/read/read-series.ts';
import { answerEdition } from '../press/trace/answer-edition.ts';
import { movedPrints, type PrintMove } from '../press/trace/moved-prints.ts';
import { changedCells, type DataChange } from './changed-cells.ts';
import type { DatasetState } from './dataset-states.ts';
import { findAccepted } from './find-accepted.ts';

/** What became of one dataset since its file was accepted. */
export interface DatasetChanges {
  readonly state: DatasetState;
  /** `unknown` where the accepted file cannot be had. */
  readonly cells: readonly DataChange[] | 'unknown';
}

/** What changed files change. */
export interface DataChanges {
  readonly datasets: readonly DatasetChanges[];
  /** The places in print that move, over all editions; of a dataset whose accepted file cannot be had, none is known. */
  readonly moves: readonly PrintMove[];
}

/** The project whose data are looked at. */
export interface DataProject {
  readonly root: string;
  readonly files: Files;
  readonly shared: Shared;
  readonly copies: Copies;
}

/**
 * Holds changed datasets against the files that were accepted: cell by cell, and in print, by asking every edition's
 * queries of both.
 */
export async function dataChanges(states: readonly DatasetState[], project: DataProject): Promise<DataChanges> {
  const accepted = new Map<string, Uint8Array>();
  const datasets: DatasetChanges[] = [];
  for (const state of states) {
    const { dataset, file } = state;
    const { hash, name, schema } = dataset;
    const old = hash === undefined ? undefined : await findAccepted(hash, file, project);
    if (old) accepted.set(name, old);
    const key = typeof schema.primaryKey === 'string' ? [schema.primaryKey] : (schema.primaryKey ?? []);
    const now = project.files.bytes(file);
    const cells = old && now && changedCells(textOf(old), textOf(now), { key, file });
    datasets.push({ state, cells: cells ?? 'unknown' });
  }
  return { datasets, moves: accepted.size === 0 ? [] : await moves(accepted, project) };
}

/** What is wrong with an edition is told by npm run check, not here. */
const silent: Report = () => {};

async function moves(
  accepted: ReadonlyMap<string, Uint8Array>,
  { root, files, shared }: DataProject,
): Promise<readonly PrintMove[]> {
  const before = await mkdtemp(join(tmpdir(), 'press-accepted-'));
  try {
    for (const { name, path } of shared.dataPackage.value.resources) {
      const old = accepted.get(name);
      if (old) await writeFile(join(before, path), old);
      else if (files.bytes(`data/${path}`)) await copyFile(join(root, 'data', path), join(before, path));
    }
    await using old = await openDatasets(shared.dataPackage, before, silent);
    await using now = await openDatasets(shared.dataPackage, join(root, 'data'), silent);
    return await movesBetween(old, now, files, shared);
  } finally {
    await rm(before, { recursive: true, force: true });
  }
}

async function movesBetween(old: Datasets, now: Datasets, files: Files, shared: Shared): Promise<readonly PrintMove[]> {
  const found: PrintMove[] = [];
  for (const name of listEditions(files)) {
    const edition = readEdition(files, name, shared, silent);
    if (!edition) continue;
    found.push(
      ...(await movedPrints(await answerEdition(edition, old, silent), await answerEdition(edition, now, silent))),
    );
  }
  return found;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
