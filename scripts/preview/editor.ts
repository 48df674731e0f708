import { spawn } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, join, sep } from 'node:path';
import { watchedFolders } from '../watch/watch-files.ts';
import type { OpenRequest } from './protocol.ts';

/** How opening an editor ended: `refused` is what was asked for, `failed` is the machine. */
type Opened = { readonly kind: 'opened' } | { readonly kind: 'refused' | 'failed'; readonly message: string };

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

/** An editor by its command: the program, and the words before those that name a file. */
interface Editor {
  readonly program: string;
  readonly words: readonly string[];
  /** Where it was named, for people: "--editor", "PRESS_EDITOR". */
  readonly namedBy: string;
}

/** Where the editor may be named, the first that is decides. */
const variables = ['PRESS_EDITOR', 'VISUAL', 'EDITOR'] as const;

/**
 * The editor that somebody chose: by --editor, by the environment, or by having `code` (VS Code) on the path. Undefined
 * where there is none.
 *
 * @param option what --editor says
 */
export function findEditor(option: string | undefined, environment: NodeJS.ProcessEnv): Editor | undefined {
  const named = [
    ['--editor', option] as const,
    ...variables.map((variable) => [variable, environment[variable]] as const),
  ];
  for (const [namedBy, command] of named) {
    const [program, ...words] = splitCommand(command ?? '');
    if (program !== undefined) return { program, words, namedBy };
  }
  const code = findProgram('code', environment);
  return code === undefined ? undefined : { program: code, words: [], namedBy: 'the path' };
}

/** The program of a name that a command would start: its path, or undefined where there is none. */
function findProgram(name: string, { PATH = '', PATHEXT }: NodeJS.ProcessEnv): string | undefined {
  const endings = process.platform === 'win32' ? (PATHEXT ?? '.EXE').split(';') : [''];
  const candidates = PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`)));
  return candidates.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Splits a command at its spaces as a shell would, with words in quotation marks kept whole; nothing else means anything. */
function splitCommand(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

/** A place in a file, as a path that the editor can open. */
interface EditorPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

type Words = (place: EditorPlace) => readonly string[];

const colons: Words = ({ path, line, column }) => [`${path}:${line}:${column}`];
const goTo: Words = ({ path, line, column }) => ['-g', `${path}:${line}:${column}`];
const plus: Words = ({ path, line, column }) => [`+${line}:${column}`, path];
const lineOnly: Words = ({ path, line }) => [`+${line}`, path];
const jetBrains: Words = ({ path, line, column }) => ['--line', `${line}`, '--column', `${column - 1}`, path];

/** How editors with a window of their own take a line, by the name of their program. */
const known: Readonly<Record<string, Words>> = {
  code: goTo,
  'code-insiders': goTo,
  codium: goTo,
  vscodium: goTo,
  cursor: goTo,
  windsurf: goTo,
  subl: colons,
  sublime_text: colons,
  zed: colons,
  zeditor: colons,
  atom: colons,
  hx: colons,
  gvim: lineOnly,
  mvim: lineOnly,
  gedit: plus,
  xed: plus,
  pluma: plus,
  emacsclient: plus,
  kate: ({ path, line, column }) => ['-l', `${line}`, '-c', `${column}`, path],
  geany: ({ path, line, column }) => ['-l', `${line}`, '--column', `${column}`, path],
  mate: ({ path, line, column }) => ['-l', `${line}:${column}`, path],
  bbedit: ({ path, line, column }) => [`+${line}:${column}`, path],
  'notepad++': ({ path, line, column }) => [`-n${line}`, `-c${column}`, path],
  idea: jetBrains,
  webstorm: jetBrains,
  pycharm: jetBrains,
  phpstorm: jetBrains,
  rubymine: jetBrains,
};

/** Editors that need the terminal that the preview runs in. */
const ofTerminals: ReadonlySet<string> = new Set([
  'vi',
  'vim',
  'nvim',
  'nano',
  'pico',
  'emacs',
  'micro',
  'helix',
  'hx',
  'kak',
  'joe',
  'ed',
  'ne',
  'mcedit',
]);

/** The words that open an editor at a place, or why it cannot be opened from here. */
type EditorWords =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'terminal'; readonly name: string };

/** An editor that is not known opens the file; `{file}`, `{line}` and `{column}` in its command say how it takes a line. */
export function editorWords({ program, words }: Editor, place: EditorPlace): EditorWords {
  const name = basename(program).replace(/\.(exe|cmd|bat)$/i, '');
  const patterned = words.some((word) => /\{(file|line|column)\}/.test(word));
  if (patterned) return { kind: 'words', words: words.map((word) => filled(word, place)) };
  const hasWindow = name === 'emacs' ? words.includes('-c') : false;
  if (ofTerminals.has(name) && !hasWindow) return { kind: 'terminal', name };
  const open = known[name] ?? (({ path }: EditorPlace) => [path]);
  return { kind: 'words', words: [...words, ...open(place)] };
}

function filled(word: string, { path, line, column }: EditorPlace): string {
  return word
    .replaceAll('{line}', `${line}`)
    .replaceAll('{column}', `${column}`)
    .replaceAll('{file}', () => path);
}
