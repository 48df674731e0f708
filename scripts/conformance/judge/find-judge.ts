import { type ProgramEnd, runProgram } from '../run-program.ts';
import { fetchJudge } from './fetch-judge.ts';

/** The independent judge of PDFs, veraPDF, as it is started on this machine. */
export interface Judge {
  /** With its version, for people. */
  readonly label: string;
  readonly program: string;
  /** What stands before the judge's own arguments. */
  readonly args: readonly string[];
}

/** What finding the judge takes from the machine. */
export interface JudgeWorld {
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
