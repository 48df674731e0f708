import { parseArgs } from 'node:util';
import type { CommandResult } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import { gatherRelease } from './gather-release.ts';

const help = `npm run release -- gather FOLDER

Lays what a release hands out into a new folder: the PDF and the audits that out/ has of every edition of status final or
reconstruction, and their digests in SHA256SUMS. Drafts stay behind. Nothing is made unless every edition can be read and
all of it is there.

  --help   this text

Exit codes: 0 done · 1 there is nothing to release, or not all of it · 2 the command line, the machine or the press has errors.
`;

/** Runs npm run release with the words after it. */
export async function releaseCommand(words: readonly string[], root: string): Promise<CommandResult> {
  const line = readWords(words);
  if (line.kind === 'help') return { text: help, code: 0 };
  if (line.kind === 'wrong') return { text: `release: ${line.message}\n\n${help}`, code: 2 };
  const gathered = gatherRelease(root, line.folder);
  if (gathered.kind === 'gathered') {
    const drafts = gathered.drafts.map((name) => `${name} is a draft, and stays here`);
    return { text: visibleLines([...drafts, ...gathered.sums]), code: 0 };
  }
  const faults = `${tellDiagnostics(gathered.diagnostics, 'text')}${tellRulePages(gathered.diagnostics)}`;
  return { text: `${faults}${visibleLines(gathered.reasons.map((reason) => `release: ${reason}`))}`, code: 1 };
}

type Line =
  | { readonly kind: 'gather'; readonly folder: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

function readWords(words: readonly string[]): Line {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { help: { type: 'boolean', short: 'h', default: false } },
      allowPositionals: true,
    });
    if (values.help) return { kind: 'help' };
    const [verb, folder, ...more] = positionals;
    if (verb === 'gather' && folder !== undefined && more.length === 0) return { kind: 'gather', folder };
    return { kind: 'wrong', message: 'name one folder that is not there yet: npm run release -- gather ../released' };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
