import { z } from 'zod';
import { auditSchema } from '../press/audit/audit.ts';
import { dataPackageSchema } from '../press/read/schemas/data-package.ts';
import { editionSchema } from '../press/read/schemas/edition.ts';
import { factsSchema } from '../press/read/schemas/facts.ts';
import { chartSchema, mapSchema, tableSchema, timelineSchema } from '../press/read/schemas/figures.ts';
import { labelsSchema } from '../press/read/schemas/labels.ts';
import { seriesSchema } from '../press/read/schemas/series.ts';
import { sourcesSchema } from '../press/read/schemas/sources.ts';
import { tokensSchema } from '../press/read/schemas/tokens.ts';

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
