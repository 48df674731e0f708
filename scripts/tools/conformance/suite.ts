import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { press } from '../../cli/build.ts';
import { silentProgress } from '../../cli/progress.ts';
import { tellDiagnostics } from '../../cli/tell-diagnostics.ts';
import type { Pressed } from '../../press/index.ts';
import { readReadmes } from './readmes.ts';
import { laySuiteOut, type SuiteEdition, type SuiteSources } from './suite-project.ts';

/** All editions of the suite: those that were written for it, and readme files that were not. */
export async function wholeSuite(sources: SuiteSources): Promise<readonly SuiteEdition[]> {
  return [...(await readSuite(join(sources.shared, 'editions'))), ...(await readReadmes(sources))];
}

/**
 * Reads the editions of the suite: each a markdown file with a head in YAML, which is that of an edition.yaml, and may
 * say `repeat: n`: the text is then there n times, with {n} counting.
 *
 * @throws Error when a file has no such head
 */
export async function readSuite(folder: string): Promise<readonly SuiteEdition[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      const parts = /^---\n(.*?)^---\n(.*)$/ms.exec(text);
      if (!parts) throw new Error(`${join(folder, file)} does not begin with a head between two lines of ---`);
      const { repeat = 1, ...meta } = (parts[1]?.trim() ? parse(parts[1]) : {}) as Record<string, unknown>;
      const times = Array.from({ length: Number(repeat) }, (_, index) =>
        (parts[2] ?? '').replaceAll('{n}', String(index + 1)),
      );
      return { name: basename(file, '.md'), meta, markdown: times.join('\n'), notices: [] };
    }),
  );
}

/** Says nothing. */

/**
 * Presses editions of the suite, from their files to finished PDFs, by all stages of the press.
 *
 * @throws Error when an edition has errors: the suite is to be right but for what it tests
 */
export async function pressSuite(
  editions: readonly SuiteEdition[],
  sources: SuiteSources,
  jobs = 2,
): Promise<readonly Pressed[]> {
  const root = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    await laySuiteOut(editions, sources, root);
    const options = { editions: [], out: 'out', jobs, failOnWarning: false, format: 'text' } as const;
    const { ok, pressed, diagnostics } = await press(options, { root, epoch: undefined, progress: silentProgress });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (!ok) throw new Error(`The conformance suite has errors of its own:\n${tellDiagnostics(errors, 'text')}`);
    return pressed;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/**
 * Presses the editions of the series anew, and holds them against what npm run pdf has left in out/.
 *
 * @throws Error when an edition has errors, or out/ holds another PDF than the one that its files give
 */
export async function pressSeries(repository: string, jobs = 2): Promise<readonly Pressed[]> {
  const options = { editions: [], out: 'out', jobs, failOnWarning: false, format: 'text' } as const;
  const world = { root: repository, epoch: process.env.SOURCE_DATE_EPOCH, progress: silentProgress };
  const { ok, pressed, diagnostics } = await press(options, world);
  if (!ok) throw new Error(`The editions have errors:\n${tellDiagnostics(diagnostics, 'text')}`);
  for (const { name, pdf } of pressed) {
    const built = await readFile(join(repository, 'out', `${name}.pdf`)).catch(() => undefined);
    if (!built?.equals(pdf)) {
      const what = built ? 'is not what the edition’s files give now' : 'is not there';
      throw new Error(`out/${name}.pdf ${what}: build the editions first with npm run pdf`);
    }
  }
  return pressed;
}
