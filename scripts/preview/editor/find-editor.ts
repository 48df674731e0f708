import type { Editor } from './editor.ts';
import { findProgram } from './find-program.ts';
import { splitCommand } from './split-command.ts';

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
