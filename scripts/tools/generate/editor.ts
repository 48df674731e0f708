import { z } from 'zod';
import { auditSchema } from '../../press/audit/audit.ts';
import { dataPackageSchema } from '../../press/read/schemas/data-package.ts';
import { editionSchema } from '../../press/read/schemas/edition.ts';
import { factsSchema } from '../../press/read/schemas/facts.ts';
import { chartSchema, mapSchema, tableSchema, timelineSchema } from '../../press/read/schemas/figures.ts';
import { labelsSchema } from '../../press/read/schemas/labels.ts';
import { seriesSchema } from '../../press/read/schemas/series.ts';
import { sourcesSchema } from '../../press/read/schemas/sources.ts';
import { tokensSchema } from '../../press/read/schemas/tokens.ts';

/** Each kind of file that authors write: its schema, and which files are of the kind. */
const kinds: Readonly<Record<string, { readonly schema: z.ZodType; readonly files: string }>> = {
  series: { schema: seriesSchema, files: 'content/series.yaml' },
  sources: { schema: sourcesSchema, files: 'content/sources.yaml' },
  labels: { schema: labelsSchema, files: 'content/labels/*.yaml' },
  edition: { schema: editionSchema, files: 'content/*/edition.yaml' },
  facts: { schema: factsSchema, files: 'content/*/facts.yaml' },
  chart: { schema: chartSchema, files: 'content/*/charts/*.yaml' },
  table: { schema: tableSchema, files: 'content/*/tables/*.yaml' },
  map: { schema: mapSchema, files: 'content/*/maps/*.yaml' },
  timeline: { schema: timelineSchema, files: 'content/*/timelines/*.yaml' },
  datapackage: { schema: dataPackageSchema, files: 'data/datapackage.yaml' },
  tokens: { schema: tokensSchema, files: 'styles/tokens.yaml' },
};

/** What builds leave for programs to read. */
const outputs: Readonly<Record<string, z.ZodType>> = { audit: auditSchema };

/** The JSON Schemas, by path. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    [...Object.entries(kinds).map(([name, { schema }]) => [name, schema] as const), ...Object.entries(outputs)].map(
      ([name, schema]) => [`schemas/${name}.schema.json`, `${JSON.stringify(jsonSchema(schema), null, 2)}\n`],
    ),
  );
}

/** For editors, the specification of a chart is Vega-Lite's own schema, as the locked package ships it. */
function jsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== chartSchema.shape.spec) return;
      const { description } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      const vegaLite = '../node_modules/vega-lite/build/vega-lite-schema.json#/definitions/NonNormalizedSpec';
      Object.assign(jsonSchema, { description, allOf: [{ $ref: vegaLite }] });
    },
  });
}

/** In sections, VS Code wraps lines and offers the snippets of .vscode/ while one types; it offers words in code alone. */
const markdown = {
  'editor.wordWrap': 'on',
  'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'off' },
  'editor.snippetSuggestions': 'top',
  'editor.wordBasedSuggestions': 'off',
};

/** The settings by which VS Code knows which schema is for which files, and how sections are written. */
export function editorSettings(): string {
  const schemas = Object.entries(kinds).map(([name, { files }]) => [`./schemas/${name}.schema.json`, files]);
  const settings = {
    'yaml.schemas': Object.fromEntries(schemas),
    'yaml.format.enable': false,
    '[markdown]': markdown,
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

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
  owner: 'factsheet-press',
  source: 'press',
  fileLocation: ['relative', '$' + '{workspaceFolder}'],
  // VS Code knows no "release": what it does not know has this severity.
  severity: 'warning',
  pattern,
};

/** The lines by which a watch begins and ends a round (scripts/check/watch-editions.ts). */
const background = { activeOnStart: true, beginsPattern: '^checking .* …$', endsPattern: '^watching: ' };

const quiet = { reveal: 'silent', panel: 'dedicated' };
const open = { reveal: 'always', panel: 'dedicated' };

const tasks = [
  {
    label: 'check with every save',
    detail: 'What is wrong, under Problems and in the text, as you write',
    type: 'shell',
    command: 'npm run check -- --watch',
    isBackground: true,
    problemMatcher: { ...matcher, background },
    group: { kind: 'build', isDefault: true },
    presentation: quiet,
  },
  {
    label: 'check once',
    detail: 'All that can be known without printing',
    type: 'shell',
    command: 'npm run check',
    problemMatcher: matcher,
    group: 'build',
    presentation: quiet,
  },
  {
    label: 'pdf',
    detail: 'Every edition into out/',
    type: 'shell',
    command: 'npm run pdf',
    problemMatcher: matcher,
    group: 'build',
    presentation: open,
  },
  {
    label: 'preview',
    detail: 'The pages as they print, renewed with every save',
    type: 'shell',
    command: 'npm run preview',
    isBackground: true,
    problemMatcher: [],
    presentation: open,
  },
];

/** The tasks of VS Code, whose diagnostics land in the editor. */
export function editorTasks(): string {
  return `${JSON.stringify({ version: '2.0.0', tasks }, null, 2)}\n`;
}
