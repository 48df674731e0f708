import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readStructure, readTaggedPdf, type StructureNode } from '../../scripts/tools/conformance/structure.ts';

const fixture = readFileSync(join(import.meta.dirname, '../verify/fixtures/good.pdf'));

test('tags are read with their order, their marked content and its text', async () => {
  const { structure, texts } = await readTaggedPdf(fixture);
  const outline = (nodes: readonly StructureNode[]): readonly string[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'mark') return [texts.get(node.key)?.trim() ?? ''];
      return node.kind === 'element' ? [node.type, ...outline(node.kids)] : ['click'];
    });
  const outlineWords = outline(structure).filter((word) => word !== '' && word !== 'NonStruct');
  expect(outlineWords.slice(0, 3)).toEqual(['Document', 'H1', expect.stringMatching(/./)]);
  expect(outlineWords).toContain('click');
});

/** A document whose one tag is of the type "Box". */
async function boxed(roles: Readonly<Record<string, string>>) {
  const document = await PDFDocument.create();
  document.addPage();
  const { context, catalog } = document;
  const tag = context.obj({ S: 'Box', Alt: PDFString.of('A box') });
  const map = Object.fromEntries(Object.entries(roles).map(([from, to]) => [from, PDFName.of(to)]));
  catalog.set(PDFName.of('StructTreeRoot'), context.obj({ K: context.register(tag), RoleMap: map }));
  return { document, tag };
}

test.each([
  ['as the role map has it', { Box: 'Sect' }, 'Sect'],
  ['through as many steps as the role map takes', { Box: 'Crate', Crate: 'Div' }, 'Div'],
  ['as it is where the role map has none', {}, 'Box'],
  ['as nothing where the role map goes round', { Box: 'Crate', Crate: 'Box' }, ''],
])('the type of a tag is read %s', async (_, roles, type) => {
  const { document } = await boxed(roles);
  expect(readStructure(document)).toMatchObject([{ type, alt: 'A box', kids: [] }]);
});

test('a tag that holds itself is an error, not an endless tree', async () => {
  const { document, tag } = await boxed({});
  tag.set(PDFName.of('K'), tag);
  expect(() => readStructure(document)).toThrow('holds itself');
});
