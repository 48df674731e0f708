import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandResult } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import type { Copies } from '../press/data/copies.ts';
import { type Datasets, openDatasets } from '../press/data/open-datasets.ts';
import { quoteName } from '../press/data/quote-sql.ts';
import { collectDiagnostics } from '../press/diagnostics/diagnostic.ts';
import { didYouMean } from '../press/diagnostics/did-you-mean.ts';
import { diskFiles } from '../press/read/files.ts';
import { readShared } from '../press/read/series.ts';
import { accept } from './accept.ts';
import { type DataProject, dataChanges } from './data-changes.ts';
import { type DatasetState, datasetStates } from './dataset-states.ts';
import { tellChanges } from './tell-changes.ts';
import { type CountedDataset, tellStates } from './tell-states.ts';

export const help = `npm run data [-- changes [dataset …] | accept dataset … | accept --all] [options]

Lists the datasets of data/ with their rows, whether their files are as they were accepted, and when they were retrieved.

  changes    lists what changed files change: each cell, and each place in print
  accept     lists the same and accepts the files as they are: writes their digests into data/datapackage.yaml
  --all      every dataset whose file is not as it was accepted
  --help     this text

Exit codes: 0 done · 1 the data have errors, nothing was accepted · 2 the error is in the command line, the machine or the press.
`;

/** Runs npm run data with the words after it. */
export async function dataCommand(words: readonly string[], root: string, copies: Copies): Promise<CommandResult> {
  const line = readWords(words);
  if (typeof line === 'string') return { text: `data: ${line}\n\n${help}`, code: 2 };
  if (line.verb === 'help') return { text: help, code: 0 };
  const files = diskFiles(root);
  const diagnostics = collectDiagnostics();
  const shared = readShared(files, diagnostics.report);
  const faults = () => tellDiagnostics(diagnostics.list(), 'text') + tellRulePages(diagnostics.list());
  if (!shared) return { text: faults(), code: 1 };
  const project: DataProject = { root, files, shared, copies };
  const states = await datasetStates(shared.dataPackage.value, root);
  const unknown = line.names.find((name) => !states.some(({ dataset }) => dataset.name === name));
  if (unknown !== undefined) {
    const names = states.map(({ dataset }) => dataset.name);
    return { text: `data: unknown dataset "${unknown}": ${didYouMean(unknown, names, 'datasets')}\n`, code: 2 };
  }
  // That a digest has changed is what this command is called for.
  await using datasets = await openDatasets(shared.dataPackage, join(root, 'data'), (diagnostic) => {
    if (diagnostic.rule !== 'dataset-digest') diagnostics.report(diagnostic);
  });
  if (line.verb === 'list') {
    return { text: `${tellStates(await counted(states, datasets))}${faults()}`, code: diagnostics.failed ? 1 : 0 };
  }
  const open = states.filter(
    ({ dataset, state }) =>
      (state === 'changed' || state === 'no digest') && (line.names.length === 0 || line.names.includes(dataset.name)),
  );
  if (open.length === 0)
    return { text: `${faults()}every file is as it was accepted\n`, code: diagnostics.failed ? 1 : 0 };
  if (diagnostics.failed) return { text: `${faults()}correct the data first: nothing was accepted\n`, code: 1 };
  const changes = tellChanges(await dataChanges(open, project));
  if (line.verb === 'changes') return { text: changes, code: 0 };
  await accept(open, root, copies);
  const names = open.map(({ dataset }) => dataset.name).join(', ');
  return { text: `${changes}accepted: ${names}\n`, code: 0 };
}

interface Line {
  readonly verb: 'list' | 'changes' | 'accept' | 'help';
  /** None means every one. */
  readonly names: readonly string[];
}

/** What the words say, or what is wrong with them. */
function readWords(words: readonly string[]): Line | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { all: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
      allowPositionals: true,
    });
    if (values.help) return { verb: 'help', names: [] };
    const [verb, ...names] = positionals;
    if (verb === undefined) return values.all ? '--all goes with changes or accept' : { verb: 'list', names };
    if (verb !== 'changes' && verb !== 'accept') return `there is no "${verb}": there are changes and accept`;
    if (values.all && names.length > 0) return 'name datasets, or write --all';
    if (verb === 'accept' && names.length === 0 && !values.all) return 'name what is to be accepted, or write --all';
    return { verb, names };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function counted(states: readonly DatasetState[], datasets: Datasets): Promise<readonly CountedDataset[]> {
  const found: CountedDataset[] = [];
  for (const state of states) {
    const outcome = await datasets.query(`select count(*) as rows from ${quoteName(state.dataset.name)}`);
    const cell = outcome.kind === 'table' ? outcome.table.rows[0]?.rows : undefined;
    found.push({ ...state, rows: cell?.kind === 'number' ? Number(cell.decimal) : undefined });
  }
  return found;
}
