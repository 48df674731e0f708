import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { sentences } from '../cli/sentences.ts';
import type { Screen } from '../cli/terminal.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import { openBrowser, type Printer } from '../press/print/open-browser.ts';
import { diskFiles } from '../press/read/files.ts';
import { watchedFolders } from '../watch/watch-files.ts';
import { findEditor, openEditor } from './editor.ts';
import { openPreviewEngine } from './engine/preview-engine.ts';
import { previewTokens } from './preview-tokens.ts';
import { fault } from './server/answer.ts';
import { openServer } from './server/server.ts';
import { listViewerFiles } from './server/viewer-files.ts';

/** What the command takes from the world besides files and browser. */
interface PreviewWorld {
  /** The folder of the project. */
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Where the address goes, and whether a person reads it there. */
  readonly out: Screen;
  readonly err: Screen;
  /** Settles when the preview is to end. */
  readonly end: Promise<unknown>;
}

const help = `npm run preview [-- edition …] [options]

Opens a page that shows the editions of content/, or those named, as they print. With every save in
${watchedFolders.slice(0, -1).join('/, ')}/ or ${watchedFolders.at(-1)}/ the pages change. Ctrl-C ends it.

  --port N          the port (any that is free)
  --editor COMMAND  the editor that a click opens; else PRESS_EDITOR, VISUAL, EDITOR or VS Code decides. The command may
                    have {file}, {line} and {column} in it
  --open            opens the page in the browser, as it does on a terminal; --no-open does not
  --help            this text

Exit codes: 0 ended · 2 the error is in the command line, the machine or the press.
`;

/**
 * Runs the preview until it is to end.
 *
 * @param words those after the command's name
 * @returns the exit code: 0 ended, 2 the command line, the machine or the press is not right
 */
export async function previewCommand(words: readonly string[], world: PreviewWorld): Promise<0 | 2> {
  const line = readPreviewLine(words);
  if (line.kind === 'help') {
    world.out.write(help);
    return 0;
  }
  if (line.kind === 'wrong') {
    world.err.write(`preview: ${line.message}\n\n${help}`);
    return 2;
  }
  try {
    await run(line.options, world);
    return 0;
  } catch (error) {
    world.err.write(`preview: ${sentences(error)}\n`);
    return 2;
  }
}

async function run(options: PreviewOptions, { root, environment, out, err, end }: PreviewWorld): Promise<void> {
  const files = diskFiles(root);
  const viewer = listViewerFiles();
  await using engine = openPreviewEngine({
    root,
    editions: options.editions,
    openPrinter: () => openSaying((sentence) => err.write(visibleLines([sentence]))),
  });
  await using server = await openServer({
    ...engine,
    port: options.port,
    tokens: () => previewTokens(files),
    files: () => viewer,
    async openEditor(request) {
      const opened = await openEditor(request, root, findEditor(options.editor, environment));
      if (opened.kind === 'opened') return undefined;
      return fault(opened.kind === 'refused' ? 403 : 501, opened.message);
    },
  });
  const folders = watchedFolders.map((folder) => `${folder}/`).join(', ');
  out.write(`${server.address}\nThe pages follow every save in ${folders}. Ctrl-C ends the preview.\n`);
  if (options.open ?? out.isTTY) openAddress(server.addressOnce);
  await end;
}

/** Opens a browser, and says what a build would say of it. */
async function openSaying(say: (sentence: string) => void): Promise<Printer> {
  const printer = await openBrowser({ jobs: 2, say });
  for (const notice of printer.notices) say(notice);
  return printer;
}

/** What the preview is asked for. */
interface PreviewOptions {
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
type PreviewLine =
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
      args: [...words],
      options: known,
      allowPositionals: true,
      allowNegative: true,
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

/** The program that opens an address in the browser of the system, by platform; elsewhere that of desktops on Unix. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the browser of the system. Where that does not work, the address stands in the terminal. */
function openAddress(address: string, platform: NodeJS.Platform = process.platform): void {
  const [program = '', ...words] = openers[platform] ?? ['xdg-open'];
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
