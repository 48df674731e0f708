import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JudgeWorld } from './find-judge.ts';

/** The archive holds all that veraPDF needs besides Java. */
const archive = {
  artifact: 'org.verapdf.apps:greenfield-apps:1.28.2',
  file: 'greenfield-apps-1.28.2.jar',
  sha256: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
};
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const projectCache = join(import.meta.dirname, '../../../node_modules/.cache/factsheet-press/verapdf');

/**
 * Fetches veraPDF's Java archive from Maven Central into the project's cache, once.
 *
 * @returns its path
 * @throws Error that says what to do, where there is no Maven, it cannot fetch, or the archive is not the known one
 */
export async function fetchJudge(run: JudgeWorld['run'], cache: string = projectCache): Promise<string> {
  const path = join(cache, archive.file);
  if (await isKnown(path)) return path;
  const folder = join(cache, `${process.pid}.tmp`);
  await mkdir(folder, { recursive: true });
  try {
    const goal = [`${plugin}:copy`, `-Dartifact=${archive.artifact}`, `-DoutputDirectory=${folder}`];
    const end = await run('mvn', ['--batch-mode', '--quiet', ...goal]);
    if (!end) {
      throw new Error(
        'Fetching veraPDF needs Maven, which this machine has not: install it (on Debian and Ubuntu: apt-get install maven), or install veraPDF (https://docs.verapdf.org/install/)',
      );
    }
    if (end.code !== 0) {
      const said = `${end.output}${end.errors}`.trim().split('\n').slice(0, 3).join('\n');
      throw new Error(`Fetching veraPDF (${archive.artifact}) from Maven Central failed; Maven said:\n${said}`);
    }
    if (!(await isKnown(join(folder, archive.file)))) {
      throw new Error(`Fetching veraPDF: the ${archive.file} that came is not the known one (SHA-256 differs)`);
    }
    await rename(join(folder, archive.file), path);
    return path;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isKnown(path: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === archive.sha256;
}
