import { spawn } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { watchedFolders } from '../../watch/watched-folders.ts';
import type { OpenRequest } from '../protocol.ts';
import type { Editor } from './editor.ts';
import { editorWords } from './editor-words.ts';

/** How opening an editor ended: `refused` is what was asked for, `failed` is the machine. */
export type Opened = { readonly kind: 'opened' } | { readonly kind: 'refused' | 'failed'; readonly message: string };

/** Milliseconds after which a program that still runs is taken for an editor that is open. */
const settled = 1_500;

const cure = 'name one that has a window of its own: npm run preview -- --editor code, or PRESS_EDITOR=code';

/**
 * Opens the editor at a place of a file. No shell is asked, and only files of the project's content, data, templates and
 * styles are opened: what names them came from a page.
 */
export async function openEditor(
  { file, line, column }: OpenRequest,
  root: string,
  editor: Editor | undefined,
): Promise<Opened> {
  const path = ownFile(file, root);
  if (path === undefined) {
    return { kind: 'refused', message: `There is no file ${file} in ${watchedFolders.join(', ')}.` };
  }
  if (!editor) return { kind: 'failed', message: `No editor is known: ${cure}.` };
  const how = editorWords(editor, { path, line, column });
  if (how.kind === 'terminal') {
    const named = `${how.name} (from ${editor.namedBy}) needs a terminal, and the preview has none to give`;
    return { kind: 'failed', message: `${named}: ${cure}. The place is ${file}:${line}:${column}.` };
  }
  return start(editor, how.words, root);
}

/** The path of a file of the project as it really is: a link may lead out of the folder. */
function ownFile(file: string, root: string): string | undefined {
  try {
    const path = realpathSync(join(root, file));
    const isOwn = watchedFolders.some((folder) => path.startsWith(`${realpathSync(join(root, folder))}${sep}`));
    return isOwn && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

function start({ program, namedBy }: Editor, words: readonly string[], root: string): Promise<Opened> {
  const { promise, resolve } = Promise.withResolvers<Opened>();
  const child = spawn(program, words, { cwd: root, stdio: 'ignore', detached: true, shell: false });
  const timer = setTimeout(resolve, settled, { kind: 'opened' });
  child.once('error', ({ message }) => {
    resolve({
      kind: 'failed',
      message: `The editor "${program}" (from ${namedBy}) does not start (${message}): ${cure}.`,
    });
  });
  child.once('exit', (code) => {
    const failed = `The editor "${program}" (from ${namedBy}) ended with code ${code}: see whether it starts by itself, or ${cure}.`;
    resolve(code === 0 ? { kind: 'opened' } : { kind: 'failed', message: failed });
  });
  // It goes on without us.
  child.unref();
  return promise.finally(() => clearTimeout(timer));
}
