import { parseArgs } from 'node:util';

/** How diagnostics and results are told: for people, for programs, or for GitHub's annotations. */
export type Format = 'text' | 'json' | 'github';

/** What a build is asked for. */
export interface BuildOptions {
  /** The editions by name; none means all. */
  readonly editions: readonly string[];
  readonly out: string;
  readonly jobs: number;
  readonly failOnWarning: boolean;
  readonly format: Format;
}

/** What a command line says: to build, to print proofs of what is not finished, to show the help, or what cannot be understood. */
export type CommandLine =
  | { readonly kind: 'run' | 'proof'; readonly options: BuildOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const known = {
  out: { type: 'string', default: 'out' },
  jobs: { type: 'string', default: '2' },
  'fail-on-warning': { type: 'boolean', default: false },
  proof: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after a command. */
export function readCommandLine(words: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: known, allowPositionals: true });
    if (values.help) return { kind: 'help' };
    const { format } = values;
    if (format !== 'text' && format !== 'json' && format !== 'github') {
      return { kind: 'wrong', message: `--format ${format}: there are text, json and github` };
    }
    if (!/^[1-9]\d?$/.test(values.jobs)) {
      return { kind: 'wrong', message: `--jobs ${values.jobs}: write a whole number from 1 to 99` };
    }
    const options: BuildOptions = {
      editions: positionals,
      out: values.out,
      jobs: Number(values.jobs),
      format,
      failOnWarning: values['fail-on-warning'],
    };
    return { kind: values.proof ? 'proof' : 'run', options };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
