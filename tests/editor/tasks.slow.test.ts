import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCommand } from '../../scripts/check/check-command.ts';
import { check } from '../../scripts/cli/build.ts';
import { silentProgress } from '../../scripts/cli/progress.ts';
import { tellDiagnostics } from '../../scripts/cli/tell-diagnostics.ts';
import type { Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';
import { type SmallProject, smallProject } from '../small-project.ts';

/** One line of a pattern: which of its groups is what. */
type LinePattern = { readonly regexp: string } & Partial<Readonly<Record<Part, number>>>;
type Part = 'file' | 'line' | 'column' | 'severity' | 'message' | 'code';

interface Task {
  readonly label: string;
  readonly command: string;
  readonly isBackground?: boolean;
  readonly problemMatcher: {
    readonly pattern?: readonly [LinePattern, LinePattern];
    readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
  };
}

const { tasks } = JSON.parse(readFileSync('.vscode/tasks.json', 'utf8')) as { tasks: readonly Task[] };
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const matching = tasks.filter(({ problemMatcher }) => problemMatcher.pattern);
const watching = tasks.find(({ problemMatcher }) => problemMatcher.background);

/** What VS Code makes of lines: the parts of each pair that a pattern takes; it joins the sentences of both. */
function problemsIn(text: string, [first, second]: readonly [LinePattern, LinePattern]) {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [one, two] = [new RegExp(first.regexp).exec(line), new RegExp(second.regexp).exec(lines[index + 1] ?? '')];
    if (!one || !two) return [];
    const part = (name: Part) =>
      [first[name] && one[first[name]], second[name] && two[second[name]]].filter((found) => found !== undefined);
    return [
      {
        place: { file: part('file').join(), line: Number(part('line')), column: Number(part('column')) },
        severity: part('severity').join(),
        message: part('message').join('\n'),
        rule: part('code').join(),
      },
    ];
  });
}

/** Faults of several kinds and files, whose words have colons, hyphens and numbers. */
const faulty = {
  'content/mali-small/en/10-summary.md': (text: string) =>
    `${text}\nAt 10:30: :fact[killed-2012] and :nothing[a] 5:1  error  [@none-such].\n`,
  'content/mali-small/edition.yaml': (text: string) => text.replace('accent: ochre', 'accent: red'),
  'content/mali-small/charts/killed-by-year.yaml': (text: string) => text.replace(/^title: .*$/m, 'title: {}'),
  'content/sources.yaml': (text: string) => `${text}\n- { id: unused }\n`,
};

async function diagnosticsOf(project: SmallProject): Promise<readonly Diagnostic[]> {
  const options = { editions: [], out: 'out', jobs: 1, failOnWarning: false, format: 'text' } as const;
  return (await check(options, { root: project.root, epoch: undefined, progress: silentProgress })).diagnostics;
}

test('the tasks run commands that there are', () => {
  const named = tasks.map(({ command }) => /^npm run (\S+)/.exec(command)?.[1] ?? command);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(matching.map(({ label }) => label)).toEqual(['check with every save', 'check once', 'pdf']);
});

test.each(matching.map(({ label, problemMatcher: { pattern } }) => ({ label, pattern })))(
  '$label: every diagnostic lands with its file, line, column, severity, sentences and rule',
  async ({ pattern }) => {
    await using project = await smallProject(faulty);
    const diagnostics = await diagnosticsOf(project);
    expect(new Set(diagnostics.map(({ rule }) => rule)).size).toBeGreaterThan(3);
    if (!pattern) throw new Error('a task without a pattern');
    expect(problemsIn(tellDiagnostics(diagnostics, 'text'), pattern)).toEqual(
      diagnostics.map(({ place, severity, message, cure, rule }) => ({
        place,
        severity,
        rule,
        message: `${message}\n${cure}`,
      })),
    );
  },
);

test('each round of the watch begins and ends with the lines that its task waits for, and no other line is one', async () => {
  await using project = await smallProject(faulty);
  const { background, pattern } = watching?.problemMatcher ?? {};
  if (!background || !pattern) throw new Error('no task watches');
  let output = '';
  const ended = Promise.withResolvers<void>();
  const write = (text: string) => {
    output += text;
    if (new RegExp(background.endsPattern, 'm').test(output)) ended.resolve();
  };
  const untilEnd = () => ended.promise;
  const words = watching?.command.split(' -- ')[1]?.split(' ') ?? [];
  await checkCommand(words, { root: project.root, out: { write }, err: { write }, untilEnd });
  const lines = output.trimEnd().split('\n');
  const matches = (regexp: string) => lines.flatMap((line, index) => (new RegExp(regexp).test(line) ? [index] : []));
  expect(matches(background.beginsPattern)).toEqual([0]);
  expect(matches(background.endsPattern)).toEqual([lines.length - 1]);
  const { length } = await diagnosticsOf(project);
  expect(problemsIn(output, pattern)).toHaveLength(length);
});
