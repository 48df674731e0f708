import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProgramEnd, runProgram } from './programs.ts';

/** The independent judge of PDFs, veraPDF, as it is started on this machine. */
export interface Judge {
  /** With its version, for people. */
  readonly label: string;
  readonly program: string;
  /** What stands before the judge's own arguments. */
  readonly args: readonly string[];
}

/** What finding the judge takes from the machine. */
interface JudgeWorld {
  readonly run: (program: string, args: readonly string[]) => Promise<ProgramEnd | undefined>;
  /** Brings the judge's Java archive to this machine and gives its path. */
  readonly fetch: (run: JudgeWorld['run']) => Promise<string>;
}

const machine: JudgeWorld = { run: runProgram, fetch: fetchJudge };

/** Starts quickly and keeps to one thread: the judge's runs are short. English, since its sentences are printed. */
const javaOptions = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Duser.language=en', '-Djava.awt.headless=true'];

/**
 * Finds veraPDF: the one on the PATH, else its Java archive from Maven Central, kept in the project's cache.
 *
 * @throws Error that says what to install, where the machine has neither veraPDF nor Java
 */
export async function findJudge({ run, fetch }: JudgeWorld = machine): Promise<Judge> {
  const installed = await run('verapdf', ['--version']);
  if (installed?.code === 0) return { label: firstLine(installed.output), program: 'verapdf', args: [] };
  if ((await run('java', ['-version']))?.code !== 0) {
    throw new Error(
      'Judging PDFs needs veraPDF, which this machine has not: install it (https://docs.verapdf.org/install/) so that "verapdf" is on the PATH, or Java 11 or newer with Maven (on Debian and Ubuntu: apt-get install default-jre-headless maven)',
    );
  }
  const args = [...javaOptions, '-cp', await fetch(run), 'org.verapdf.apps.GreenfieldCliWrapper'];
  const started = await run('java', [...args, '--version']);
  if (started?.code !== 0) {
    throw new Error(
      `veraPDF does not start in this machine's Java: install Java 11 or newer. It said: ${started?.errors.trim()}`,
    );
  }
  return { label: firstLine(started.output), program: 'java', args };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

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
      const mavenOutput = `${end.output}${end.errors}`.trim().split('\n').slice(0, 3).join('\n');
      throw new Error(`Fetching veraPDF (${archive.artifact}) from Maven Central failed; Maven said:\n${mavenOutput}`);
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
