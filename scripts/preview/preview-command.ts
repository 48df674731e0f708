import { sentences } from '../cli/sentences.ts';
import type { Screen } from '../cli/terminal.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import { openBrowser, type Printer } from '../press/print/open-browser.ts';
import { diskFiles } from '../press/read/files.ts';
import { watchedFolders } from '../watch/watched-folders.ts';
import { findEditor } from './editor/find-editor.ts';
import { openEditor } from './editor/open-editor.ts';
import { openPreviewEngine } from './engine/preview-engine.ts';
import { openAddress } from './open-address.ts';
import { type PreviewOptions, readPreviewLine } from './preview-options.ts';
import { fault } from './server/answer.ts';
import { openServer } from './server/open-server.ts';
import { listViewerFiles } from './server/viewer-files.ts';
import { previewTokens } from './tokens/preview-tokens.ts';

/** What the command takes from the world besides files and browser. */
export interface PreviewWorld {
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

Opens a page that shows the editions of content/, or those named, as they print, and keeps them as their files are: with
every save in ${watchedFolders.slice(0, -1).join('/, ')}/ or ${watchedFolders.at(-1)}/ the pages change. Ctrl-C ends it.

  --port N          the port (any that is free)
  --editor COMMAND  the editor that a click opens; else PRESS_EDITOR, VISUAL, EDITOR or VS Code decides. The command may
                    have {file}, {line} and {column} in it
  --open            opens the page in the browser, as it does on a terminal; --no-open does not
  --help            this text

Exit codes: 0 ended · 2 the command line, the machine or the press is not right.
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
    ...{ root, editions: options.editions },
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
