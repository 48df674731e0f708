import { join } from 'node:path';
import type { SuiteSources } from './lay-out-suite.ts';
import { missingCharacters } from './missing-characters.ts';
import { readReadmes } from './read-readmes.ts';
import { readSuite } from './read-suite.ts';
import type { SuiteEdition } from './suite-edition.ts';

/** Where the suite lies in the repository. */
export function suiteSources(repository: string): SuiteSources {
  return { repository, shared: join(repository, 'tests/conformance/suite') };
}

/** All editions of the suite: those that were written for it, and readme files that were not. */
export async function wholeSuite({ repository, shared }: SuiteSources): Promise<readonly SuiteEdition[]> {
  return [
    ...(await readSuite(join(shared, 'editions'))),
    ...(await readReadmes(
      join(shared, 'readmes.yaml'),
      join(repository, 'node_modules'),
      await missingCharacters(repository),
    )),
  ];
}
