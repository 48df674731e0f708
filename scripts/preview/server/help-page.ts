import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const folder = join(import.meta.dirname, '../../../docs/rules');
const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

/**
 * The page of the docs that explains a rule, as HTML whose links lead to the pages of others.
 *
 * @param rule its id, or README for all
 * @returns undefined where there is no such page
 */
export function helpPage(rule: string): string | undefined {
  const file = rulePages().find((name) => name === `${rule}.md`);
  if (file === undefined) return undefined;
  const markdown = readFileSync(join(folder, file), 'utf8').replace(/\]\(([\w-]+)\.md\)/g, '](./$1)');
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? rule;
  const head = `<meta charset="utf-8"><title>${title.replace(/[<&]/g, '')}</title><link rel="stylesheet" href="../viewer/styles/help.css">`;
  return `<!doctype html>\n<html lang="en"><head>${head}</head><body><main>${toHtml.processSync(markdown)}</main></body></html>\n`;
}

function rulePages(): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
