import { expect } from 'vitest';
import { tellDiagnostics } from '../../scripts/cli/tell-diagnostics.ts';
import { layExample } from './laid-example.ts';
import type { Say } from './open-wells.ts';
import type { FiledPage } from './rule-pages.ts';

/** Expects that the press says of the wrong example what the page says, at the lines with arrows, and nothing of the right one. */
export async function expectPage(page: FiledPage, say: Say): Promise<void> {
  const { changes, marked } = layExample(page.wrong);
  const found = await say(changes);
  const output = tellDiagnostics(found, 'text');
  const ofRule = found.filter((diagnostic) => diagnostic.rule === page.rule).map(({ place }) => place);
  expect(ofRule, output).not.toEqual([]);
  // What is said of a whole file stands at its first sign, and needs no arrow.
  const lines = ofRule
    .filter(({ file, line, column }) => file in changes && (line > 1 || column > 1 || marked.includes(`${file}:1`)))
    .map(({ file, line }) => `${file}:${line}`);
  expect(marked, output).toEqual([...new Set(lines)]);
  await expect(withMessage(page.markdown, output)).toMatchFileSnapshot(page.file);
  expect(tellDiagnostics(await say(layExample(page.right).changes), 'text')).toBe('');
}

/** The page with what the press says in the place of what it has; the size of a PDF, which any change moves, is let be. */
function withMessage(markdown: string, output: string): string {
  return markdown.replace(/(?<=\n## The press says\n\n```text\n).*?(?=```\n)/s, (before) => {
    const size = /has \d+ bytes/;
    return output.replace(size, (now) => size.exec(before)?.[0] ?? now);
  });
}
