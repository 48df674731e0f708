import Handlebars from 'handlebars';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { type Files, listIn, textOf } from '../read/files.ts';

/** One template of the designers, parsed. */
export interface Template {
  readonly name: string;
  readonly file: string;
  readonly program: hbs.AST.Program;
}

export type Templates = ReadonlyMap<string, Template>;

/** Reads templates/factsheet.hbs, templates/audit.hbs and the partials; one that cannot be parsed is reported and left out. */
export function readTemplates(files: Files, report: Report): Templates {
  const partials = listIn(files, 'templates/partials', report).filter((name) => name.endsWith('.hbs'));
  const paths = [
    'templates/factsheet.hbs',
    'templates/audit.hbs',
    ...partials.map((name) => `templates/partials/${name}`),
  ];
  const templates = new Map<string, Template>();
  for (const file of paths) {
    const name = file.replace(/^.*\/|\.hbs$/g, '');
    const bytes = files.bytes(file);
    if (!bytes) {
      const missing = {
        rule: 'file-missing',
        place: { file, line: 1, column: 1 },
        message: `there is no template ${file}`,
        cure: 'restore it from version control',
      } as const;
      report(files.refusal(file, 'file') ?? missing);
      continue;
    }
    try {
      templates.set(name, { name, file, program: Handlebars.parseWithoutProcessing(textOf(bytes)) });
    } catch (error) {
      report({ rule: 'template-syntax', ...syntaxError(file, error) });
    }
  }
  return templates;
}

/**
 * Handlebars’ own parser tells the line in its message, and shows the spot under it by a row of hyphens; of a block that is
 * ended by another word, it tells where it begins.
 */
function syntaxError(file: string, error: unknown): { place: Place; message: string; cure: string } {
  const message = error instanceof Error ? error.message : String(error);
  const [, begun, at] = / - (\d+):(\d+)$/.exec(message) ?? [];
  const line = Number(begun ?? /line (\d+)/.exec(message)?.[1] ?? 1);
  const spot = at === undefined ? (/^(-*)\^/m.exec(message)?.[1]?.length ?? 0) : Number(at);
  return {
    place: { file, line, column: spot + 1 },
    message: `this template cannot be read near line ${line}`,
    cure: 'see that each {{#if}}, {{#each}} and {{#with}} has its end, and that all braces are in pairs',
  };
}
