import { parseArgs } from 'node:util';

/** What the preview is asked for. */
export interface PreviewOptions {
  /** The editions by name; none means all. */
  readonly editions: readonly string[];
  /** 0 for any that is free. */
  readonly port: number;
  /** The command of the editor, where one is named. */
  readonly editor: string | undefined;
  /** Whether to open the page in the browser of the system; undefined leaves it to whether a person is there. */
  readonly open: boolean | undefined;
}

/** What a command line says: to open the preview, to show the help, or something that cannot be understood. */
export type PreviewLine =
  | { readonly kind: 'run'; readonly options: PreviewOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const known = {
  port: { type: 'string', default: '0' },
  editor: { type: 'string' },
  open: { type: 'boolean' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after the command. */
export function readPreviewLine(words: readonly string[]): PreviewLine {
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...words], options: known },
      ...{ allowPositionals: true, allowNegative: true },
    });
    if (values.help) return { kind: 'help' };
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      return { kind: 'wrong', message: `--port ${values.port}: write a whole number up to 65535` };
    }
    if (values.editor?.trim() === '') {
      return { kind: 'wrong', message: '--editor names no program: write for example --editor code' };
    }
    const { editor, open } = values;
    return { kind: 'run', options: { editions: positionals, port: Number(values.port), editor, open } };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
