import { z } from 'zod';
import { templateViews } from '../../press/page/view.ts';

const about: Readonly<Record<keyof typeof templateViews, string>> = {
  factsheet: 'The whole document. The partials that it calls have all of this, too.',
  audit: 'The audit beside the PDF. Its partials have what calls them.',
  figure: 'A chart or a map.',
  table: 'A table over a query.',
  timeline: 'Dated acts.',
  'key-figures': 'A strip of key figures in a section.',
  callout: 'A call-out in a section.',
};

/** docs/templates.md: what every template can print, from the types that the press fills it with. */
export function templateReference(): string {
  const parts = Object.entries(templateViews).map(([name, view]) => {
    const rows = rowsOf(view, '');
    const file = name === 'factsheet' || name === 'audit' ? `${name}.hbs` : `partials/${name}.hbs`;
    return `## templates/${file}\n\n${about[name as keyof typeof templateViews]}\n\n| name | holds |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `# What templates can use

This page is made by \`npm run generate\` from the types in \`scripts/press/page/view.ts\`. A name that is not here is an
error with its line and column, in \`{{#if}}\`, \`{{#each}}\` and \`{{#with}}\` too.

Besides values there are \`{{#if}}\`, \`{{#unless}}\`, \`{{#each}}\` (with \`@index\`, \`@first\`, \`@last\`), \`{{#with}}\`, partials
(\`{{> name}}\`), and \`{{label "name" key=value}}\`, which prints a word of \`content/labels/<language>.yaml\`. No word that
is printed stands in a template.

${parts.join('\n')}`;
}

function rowsOf(schema: z.core.$ZodType, path: string): readonly string[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return rowsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return rowsOf(schema.element, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.core.$ZodType>).flatMap(([name, field]) => {
    const below = path === '' ? name : `${path}.${name}`;
    return [`| \`${below}\` | ${descriptionOf(field)} |`, ...rowsOf(field, below)];
  });
}

function descriptionOf(schema: z.core.$ZodType): string {
  const own = z.globalRegistry.get(schema)?.description;
  if (schema instanceof z.ZodNullable) return `${own ?? descriptionOf(schema.unwrap())} May be missing.`;
  return own ?? '';
}
