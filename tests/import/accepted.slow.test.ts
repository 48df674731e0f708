import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { writeMarkdown } from '../../scripts/import/pour/write-markdown.ts';
import { tidyTree } from '../../scripts/import/structure/tidy.ts';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { parseMarkdown } from '../../scripts/press/prose/markdown.ts';
import { type Change, wellsProject } from '../small-project.ts';
import { randomFrom } from './random.ts';
import { randomSection } from './random-tree.ts';

const boat = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** The errors that the press finds in the wells with these sections, each with its line. */
async function errorsOf(sections: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files: Record<string, Change> = { 'content/wells/images/boat.png': boat };
  for (const [name, markdown] of Object.entries(sections)) files[`content/wells/en/${name}.md`] = markdown;
  await using small = await wellsProject(files);
  const { report, list } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('wells', project, report, () => {}));
  expect(compiled?.compose(new Map()).html).toContain('</html>');
  return list()
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'image-alt')
    .map(({ rule, message, place: { file, line } }) => `${rule} ${message} | ${linesIn(files[file])[line - 1]}`);
}

function linesIn(file: Change): readonly string[] {
  return typeof file === 'string' ? file.split('\n') : [];
}

/** The blocks of a text with their letters and figures: an importer writes nothing that is not read again so. */
function outline(tree: Root): string {
  const outlined: string[] = [];
  visit(tree, (node) => {
    if (/^(?:heading|paragraph|code|list|listItem|blockquote|table|tableRow|thematicBreak)$/.test(node.type))
      outlined.push(node.type);
    if (/^(?:heading|paragraph|code|tableCell)$/.test(node.type))
      outlined.push(
        textOf(node)
          .toWellFormed()
          .replace(/[^\p{L}\p{N}]/gu, ''),
      );
  });
  return outlined.join(' ');
}

test.each([1, 2, 3])(
  'nothing that is written for a manuscript is refused by the press, whatever it says (seed %i)',
  async (seed) => {
    const random = randomFrom(seed);
    const sections: Record<string, string> = {};
    let written = 0;
    for (; Object.keys(sections).length < 16; written += 1) {
      const { tree } = tidyTree(randomSection(random));
      const markdown = writeMarkdown(tree);
      if (outline(parseMarkdown(markdown)) === outline(tree))
        sections[`${20 + Object.keys(sections).length}-part-${written}`] = markdown;
    }
    expect(await errorsOf(sections)).toEqual([]);
  },
);
