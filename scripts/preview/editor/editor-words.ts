import { basename } from 'node:path';
import type { Editor } from './editor.ts';

/** A place in a file, as a path that the editor can open. */
export interface EditorPlace {
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
  ...{ code: goTo, 'code-insiders': goTo, codium: goTo, vscodium: goTo, cursor: goTo, windsurf: goTo },
  ...{ subl: colons, sublime_text: colons, zed: colons, zeditor: colons, atom: colons, hx: colons },
  ...{ gvim: lineOnly, mvim: lineOnly, gedit: plus, xed: plus, pluma: plus, emacsclient: plus },
  kate: ({ path, line, column }) => ['-l', `${line}`, '-c', `${column}`, path],
  geany: ({ path, line, column }) => ['-l', `${line}`, '--column', `${column}`, path],
  mate: ({ path, line, column }) => ['-l', `${line}:${column}`, path],
  bbedit: ({ path, line, column }) => [`+${line}:${column}`, path],
  'notepad++': ({ path, line, column }) => [`-n${line}`, `-c${column}`, path],
  ...{ idea: jetBrains, webstorm: jetBrains, pycharm: jetBrains, phpstorm: jetBrains, rubymine: jetBrains },
};

/** Editors that need the terminal that the preview runs in. */
const ofTerminals: ReadonlySet<string> = new Set([
  ...['vi', 'vim', 'nvim', 'nano', 'pico', 'emacs', 'micro', 'helix', 'hx', 'kak', 'joe', 'ed', 'ne', 'mcedit'],
]);

/** The words that open an editor at a place, or why it cannot be opened from here. */
export type EditorWords =
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
