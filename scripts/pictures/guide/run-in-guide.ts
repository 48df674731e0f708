import { join } from 'node:path';
import { build, check } from '../../cli/build.ts';
import { readCommandLine } from '../../cli/options.ts';
import type { Progress } from '../../cli/progress.ts';
import { countDiagnostics, tellDiagnostics } from '../../cli/tell-diagnostics.ts';
import { dataCommand } from '../../data/data-command.ts';
import { newCommand } from '../../new/new-command.ts';
import { diskCopies } from '../../press/data/copies.ts';
import { cacheFolder } from '../../press/project.ts';

/** The day on which guides are followed: it stands on the pages that they show. */
const now = new Date('2031-06-15T12:00:00Z');

const silent: Progress = { of: () => () => {}, done: () => {}, say: () => {}, end: () => {} };

/** What a command answers in the project of a guide; undefined for one that stays. */
export async function runInGuide(command: string, words: readonly string[], root: string): Promise<string | undefined> {
  if (command === 'new') return (await newCommand(words, root, { now, ask: undefined })).text;
  if (command === 'data') return (await dataCommand(words, root, diskCopies(join(cacheFolder, 'datasets')))).text;
  if ((command !== 'check' && command !== 'pdf') || words.includes('--watch')) return undefined;
  const line = readCommandLine(words);
  if (line.kind !== 'run')
    throw new Error(`a guide says npm run ${command} -- ${words.join(' ')}, which is no command`);
  const act = command === 'check' ? check : build;
  const options = { ...line.options, out: join(root, line.options.out) };
  const { diagnostics, published, ok } = await act(options, { root, epoch: undefined, progress: silent });
  const made = published.map(({ edition, pages }) => `${line.options.out}/${edition}.pdf  ${pages} pages`);
  const counts = countDiagnostics(diagnostics);
  const last = made.join('; ') || (!ok ? 'nothing was published' : counts ? 'no errors' : 'all is well');
  return `${tellDiagnostics(diagnostics, 'text')}${counts}\n${last}\n`;
}
