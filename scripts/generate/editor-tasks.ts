/** How VS Code finds what a command tells: two lines a diagnostic, whose sentences it joins (scripts/cli/tell-diagnostics.ts). */
const pattern = [
  {
    regexp: '^(\\S.*?):(\\d+):(\\d+) {2}(error|release|warning) {2}(.*)$',
    file: 1,
    line: 2,
    column: 3,
    severity: 4,
    message: 5,
  },
  { regexp: '^ {4}(.*) {2}(\\S+)$', message: 1, code: 2 },
];

const matcher = {
  ...{ owner: 'factsheet-press', source: 'press' },
  fileLocation: ['relative', '$' + '{workspaceFolder}'],
  // VS Code knows no "release": what it does not know has this severity.
  ...{ severity: 'warning', pattern },
};

/** The lines by which a watch begins and ends a round (scripts/check/write-rounds.ts). */
const background = { activeOnStart: true, beginsPattern: '^checking .* …$', endsPattern: '^watching: ' };

const quiet = { reveal: 'silent', panel: 'dedicated' };
const open = { reveal: 'always', panel: 'dedicated' };

const tasks = [
  {
    ...{ label: 'check with every save', detail: 'What is wrong, under Problems and in the text, as you write' },
    ...{ type: 'shell', command: 'npm run check -- --watch', isBackground: true },
    problemMatcher: { ...matcher, background },
    ...{ group: { kind: 'build', isDefault: true }, presentation: quiet },
  },
  {
    ...{ label: 'check once', detail: 'All that can be known without printing' },
    ...{ type: 'shell', command: 'npm run check', problemMatcher: matcher },
    ...{ group: 'build', presentation: quiet },
  },
  {
    ...{ label: 'pdf', detail: 'Every edition into out/' },
    ...{ type: 'shell', command: 'npm run pdf', problemMatcher: matcher },
    ...{ group: 'build', presentation: open },
  },
  {
    ...{ label: 'preview', detail: 'The pages as they print, renewed with every save' },
    ...{ type: 'shell', command: 'npm run preview', isBackground: true, problemMatcher: [] },
    presentation: open,
  },
];

/** The tasks of VS Code, whose diagnostics land in the editor. */
export function editorTasks(): string {
  return `${JSON.stringify({ version: '2.0.0', tasks }, null, 2)}\n`;
}
