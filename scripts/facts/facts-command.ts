import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandResult } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import { openDatasets } from '../press/data/open-datasets.ts';
import { collectDiagnostics } from '../press/diagnostics/diagnostic.ts';
import { didYouMean } from '../press/diagnostics/did-you-mean.ts';
import { readEdition } from '../press/read/edition.ts';
import { listEditions } from '../press/read/edition-names.ts';
import { diskFiles } from '../press/read/files.ts';
import { readShared } from '../press/read/series.ts';
import { type Answers, answerEdition } from '../press/trace/edition-answers.ts';
import { factMentions } from '../press/trace/fact-mentions.ts';
import { traceFact } from '../press/trace/fact-trace.ts';
import { factsJson } from './facts-json.ts';
import { tellFacts } from './tell-facts.ts';
import { tellTrace } from './tell-trace.ts';
import { traceJson } from './trace-json.ts';

const help = `npm run facts -- edition
npm run facts -- why edition fact

Lists the facts of an edition: what each prints, its unit and sources, and every place that prints it. With "why", shows where one
fact comes from: its query, the rows of data that it rests on, their sources and digests, the facts behind it, and where it is
printed.

  --format FORMAT  text or json: one document, with the messages as "diagnostics"
  --help           this text

Exit codes: 0 done · 1 the edition has errors in its data or facts, which are listed · 2 the error is in the command line, the machine or the press.
`;

/** Runs npm run facts with the words after it. */
export async function factsCommand(words: readonly string[], root: string): Promise<CommandResult> {
  const line = readWords(words);
  if (typeof line === 'string') return { text: `facts: ${line}\n\n${help}`, code: 2 };
  if (line.verb === 'help') return { text: help, code: 0 };
  const files = diskFiles(root);
  const editions = listEditions(files);
  if (!editions.includes(line.edition)) {
    return {
      text: `facts: unknown edition "${line.edition}": ${didYouMean(line.edition, editions, 'editions')}\n`,
      code: 2,
    };
  }
  const diagnostics = collectDiagnostics();
  const shared = readShared(files, diagnostics.report);
  const edition = shared && readEdition(files, line.edition, shared, diagnostics.report);
  const faults = () => tellDiagnostics(diagnostics.list(), 'text') + tellRulePages(diagnostics.list());
  const document = (found: object) => `${JSON.stringify({ ...found, diagnostics: diagnostics.list() }, null, 2)}\n`;
  const isJson = line.format === 'json';
  if (!shared || !edition) return { text: isJson ? document({}) : faults(), code: 1 };
  await using datasets = await openDatasets(shared.dataPackage, join(root, 'data'), diagnostics.report);
  const answers = await answerEdition(edition, { files, shared, datasets }, diagnostics.report);
  const places = await factMentions(answers);
  if (line.verb === 'list') {
    const text = isJson
      ? document({ edition: edition.name, facts: factsJson(answers.facts, places) })
      : `${tellFacts(answers.facts, places)}${faults()}`;
    return { text, code: diagnostics.failed ? 1 : 0 };
  }
  const trace = await traceFact(line.fact, answers, places);
  if (trace) {
    const text = isJson
      ? document({ edition: edition.name, fact: traceJson(trace) })
      : `${tellTrace(trace, edition)}${faults()}`;
    return { text, code: diagnostics.failed ? 1 : 0 };
  }
  const missing = noFact(line.fact, answers);
  return {
    text: isJson ? document({ edition: edition.name, fact: null, missing }) : missing + faults(),
    code: answers.written.facts.has(line.fact) ? 1 : 2,
  };
}

function noFact(name: string, { written }: Answers): string {
  if (written.facts.has(name)) return `facts: the fact "${name}" has no value: the messages below say why\n`;
  return `facts: unknown fact "${name}": ${didYouMean(name, written.facts.keys(), 'facts')}\n`;
}

type Line =
  | { readonly verb: 'help' }
  | { readonly verb: 'list'; readonly format: Format; readonly edition: string }
  | { readonly verb: 'why'; readonly format: Format; readonly edition: string; readonly fact: string };

type Format = 'text' | 'json';

/** What the words say, or what is wrong with them. */
function readWords(words: readonly string[]): Line | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        format: { type: 'string', default: 'text' },
      },
      allowPositionals: true,
    });
    const [first, edition, fact, ...others] = positionals;
    if (values.help) return { verb: 'help' };
    const { format } = values;
    if (format !== 'text' && format !== 'json') return `--format ${format}: there are text and json`;
    if (first === undefined) return 'name an edition';
    if (first !== 'why') return edition === undefined ? { verb: 'list', format, edition: first } : 'name one edition';
    if (edition === undefined || fact === undefined || others.length > 0) return 'name an edition and one of its facts';
    return { verb: 'why', format, edition, fact };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
