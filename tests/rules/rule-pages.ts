import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleId } from '../../scripts/press/diagnostics/rules.ts';
import { type RulePage, readRulePage } from './rule-page.ts';

const folder = join(import.meta.dirname, '../../docs/rules');

/** A page of docs/rules as it lies there. */
export interface FiledPage extends RulePage {
  readonly rule: string;
  readonly file: string;
  readonly markdown: string;
}

/** Rules that no file of an author brings about, or none that a page can show. */
export const withoutExample: readonly RuleId[] = ['attachment-lost', 'file-size'];

/** Rules that only a print can break. */
export const ofPrint: readonly RuleId[] = [
  'block-cut',
  'box-passed',
  'bytes-budget',
  'font-wrong',
  'heading-stranded',
  'image-unclean',
  'line-alone',
  'link-lost',
  'number-unexplained',
  'page-empty',
  'page-shrunk',
  'pages-budget',
  'section-late',
  'template-fails',
  'text-lost',
  'text-outside',
];

/** Every page but the index. */
export function rulePages(): readonly FiledPage[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.map((name) => {
    const file = join(folder, name);
    const markdown = readFileSync(file, 'utf8');
    return { ...readRulePage(markdown), rule: name.replace(/\.md$/, ''), file, markdown };
  });
}
