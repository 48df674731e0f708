import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { addressFault } from '../read/schemas/address.ts';
import { followedAddresses } from './followed-addresses.ts';
import type { Template, Templates } from './templates.ts';

/** Stands for what a template is filled with: a sign for private use, which no template has. */
const filled = '\ue000';

/** A piece of a template's own HTML: where it begins in all of that, and in the file. */
interface HtmlPart {
  readonly offset: number;
  readonly text: string;
  readonly start: { readonly line: number; readonly column: number };
}

/**
 * Reports links in templates that lead where no reader should follow (rule link-target). What is filled in is checked where it is
 * read; that a template puts something else there, the finished PDF and audit tell.
 */
export function checkTemplateLinks(templates: Templates, report: Report): void {
  for (const template of templates.values()) checkLinksOf(template, report);
}

function checkLinksOf(template: Template, report: Report): void {
  const parts: HtmlPart[] = [];
  const end = gather(template.program, 0, parts);
  const html = parts.reduce((text, part) => text.padEnd(part.offset, filled) + part.text, '').padEnd(end, filled);
  visit(fromHtml(html, { fragment: true }), 'element', (element) => {
    for (const address of followedAddresses(element)) {
      const cure = faultOf(address);
      if (cure === undefined) continue;
      report({
        rule: 'link-target',
        place: placeOf(element.position?.start.offset ?? 0, parts, template),
        message: `"${address.replaceAll(filled, '{{…}}')}" is not an address that a reader can follow`,
        cure,
      });
    }
  });
}

/** Puts down the HTML between mustaches, of every branch; each mustache takes one sign. Gives back where it ends. */
function gather(program: hbs.AST.Program | undefined, from: number, parts: HtmlPart[]): number {
  let offset = from;
  for (const statement of program?.body ?? []) {
    if (statement.type === 'ContentStatement') {
      const text = (statement as hbs.AST.ContentStatement).value;
      parts.push({ offset, text, start: statement.loc.start });
      offset += text.length;
    } else if (statement.type === 'BlockStatement') {
      const { program: inner, inverse } = statement as hbs.AST.BlockStatement;
      offset = gather(inverse, gather(inner, offset, parts), parts);
    } else if (statement.type !== 'CommentStatement') offset += 1;
  }
  return offset;
}

/** What is wrong with an address in a template, whatever it is filled with; an address that is filled in whole is checked itself. */
function faultOf(address: string): string | undefined {
  if (address.startsWith('#') || address.startsWith(filled)) return undefined;
  const [word, mail] = ['x', 'x@example.org'].map((value) =>
    addressFault(address.replaceAll(filled, value), 'web or mail'),
  );
  return mail === undefined ? undefined : word;
}

function placeOf(offset: number, parts: readonly HtmlPart[], { file }: Template): Place {
  const part = parts.findLast((one) => one.offset <= offset);
  if (!part) return { file, line: 1, column: 1 };
  const lines = part.text.slice(0, offset - part.offset).split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const { line, column } = part.start;
  return { file, line: line + lines.length - 1, column: (lines.length === 1 ? column + last : last) + 1 };
}
