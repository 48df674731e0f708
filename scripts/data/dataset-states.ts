import { join } from 'node:path';
import { fileDigest } from '../press/data/file-digest.ts';
import { findWithin } from '../press/read/files.ts';
import type { DataPackage, DatasetDescriptor } from '../press/read/schemas/data-package.ts';

/** How a dataset's file is, held against its descriptor. */
export interface DatasetState {
  readonly dataset: DatasetDescriptor;
  /** As authors call it: data/figures.csv. */
  readonly file: string;
  /** Where it is on this machine. */
  readonly path: string;
  /** Of the file as it is; undefined where there is none. */
  readonly digest: string | undefined;
  readonly state: 'accepted' | 'changed' | 'no digest' | 'no file';
}

/** The state of each dataset, in the order of the data package. */
export async function datasetStates({ resources }: DataPackage, root: string): Promise<readonly DatasetState[]> {
  const states: DatasetState[] = [];
  for (const dataset of resources) {
    const file = `data/${dataset.path}`;
    const found = findWithin(root, file);
    const path = found.kind === 'file' ? found.path : join(root, file);
    const digest = found.kind === 'file' ? await fileDigest(path) : undefined;
    const known = dataset.hash === undefined ? 'no digest' : dataset.hash === digest ? 'accepted' : 'changed';
    states.push({ dataset, file, path, digest, state: digest === undefined ? 'no file' : known });
  }
  return states;
}
