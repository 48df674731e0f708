import Handlebars from 'handlebars';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';
import type { Template, Templates } from './templates.ts';

/** Fills one template with a view; empty where the template is not there or fails, which is reported. */
export type Render = (name: string, view: object) => string;

/** Templates ready to be filled for one edition. Its labels are all that they know besides what they are given. */
export function openTemplates(templates: Templates, edition: Edition, report: Report): Render {
  const engine = Handlebars.create();
  const whole: Place = { file: 'templates/factsheet.hbs', line: 1, column: 1 };
  engine.registerHelper('label', (name: string, options: Handlebars.HelperOptions) => {
    const values = Object.entries(options.hash as Record<string, unknown>).map(([key, value]) => [key, String(value)]);
    return fillLabel(edition.labels, name, Object.fromEntries(values), whole, report);
  });
  const options = { strict: true, knownHelpers: { label: true }, knownHelpersOnly: true } as const;
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, template] of templates) {
    // Handlebars changes the tree that it compiles, and templates serve many editions.
    const run = engine.compile(structuredClone(template.program), options);
    compiled.set(name, run);
    engine.registerPartial(name, run);
  }
  return (name, view) => {
    const template = templates.get(name);
    const run = compiled.get(name);
    if (!template || !run) return '';
    try {
      return run(view);
    } catch (error) {
      report({ rule: 'template-fails', place: placeOfFailure(template, error), ...wordsOf(error) });
      return '';
    }
  };
}

function placeOfFailure(template: Template, error: unknown): Place {
  const at = error as { readonly lineNumber?: unknown; readonly column?: unknown };
  const line = typeof at.lineNumber === 'number' ? at.lineNumber : 1;
  return { file: template.file, line, column: typeof at.column === 'number' ? at.column + 1 : 1 };
}

function wordsOf(error: unknown): { message: string; cure: string } {
  if (error instanceof RangeError) {
    const message = 'this template never comes to an end: a partial calls itself, or one that calls it';
    return { message, cure: 'take one of these calls out' };
  }
  const message = error instanceof Error ? error.message.split(' - ')[0] : String(error);
  return {
    message: `this template fails: ${message}`,
    cure: 'compare it with the page that lists what templates can use, docs/templates.md',
  };
}
