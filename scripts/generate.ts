import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openTerminal } from './cli/terminal.ts';
import { editorSettings, editorTasks, schemaFiles } from './tools/generate/editor.ts';
import { editorSnippets } from './tools/generate/editor-snippets.ts';
import { ruleIndex } from './tools/generate/rule-index.ts';
import { templateReference } from './tools/generate/template-reference.ts';

const terminal = openTerminal();

const root = join(import.meta.dirname, '..');
const generated = new Map([
  ...schemaFiles(),
  ['.vscode/settings.json', editorSettings()],
  ['.vscode/sections.code-snippets', editorSnippets()],
  ['.vscode/tasks.json', editorTasks()],
  ['docs/templates.md', templateReference()],
  ['docs/rules/README.md', ruleIndex()],
]);
const checking = process.argv.includes('--check');

const stale: string[] = [];
for (const [path, text] of generated) {
  const file = join(root, path);
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) continue;
  stale.push(path);
  if (checking) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
const verb = checking ? 'is stale, run npm run generate' : 'written';
terminal.out.write(stale.map((path) => `${path} ${verb}\n`).join('') || 'all that is generated is up to date\n');
if (checking && stale.length > 0) process.exitCode = 1;
