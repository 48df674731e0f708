import { expect, test } from 'vitest';
import { type Mark, type Page, readPages, streamsOf } from '../../../scripts/press/finish/content/pages.ts';
import { inflated, isDictionary, isStream, type PdfObject } from '../../../scripts/press/finish/file/objects.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import type { PdfFile } from '../../../scripts/press/finish/file/pdf-file.ts';
import { openSerializer } from '../../../scripts/press/finish/file/serializer.ts';
import { type Element, element, type Kid } from '../../../scripts/press/finish/structure/element.ts';
import { writeStructure } from '../../../scripts/press/finish/structure/structure-writer.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';
import { annotation } from '../tags.ts';

const word = (mark: number, text: string) => `/P <</MCID ${mark}>>BDC BT (${text}) Tj ET EMC`;
const page = (content: number) =>
  `<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources <</XObject <</X 8 0 R>>>> /Contents ${content} 0 R /StructParents 7>>`;

/** Two pages, 3 and 4: one with two words, and the word of a form between them, the next with one word. */
function print(): { readonly pdf: PdfFile; readonly pages: readonly Page[]; readonly marks: readonly Mark[] } {
  const pdf = openFile(
    handMadePdf({
      1: '<</Type /Catalog /Pages 2 0 R>>',
      2: '<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>',
      3: page(5),
      4: page(6),
      5: handMadeStream(`${word(0, 'a')} /X Do ${word(1, 'c')}`),
      6: handMadeStream(word(0, 'd')),
      7: '<</Type /Annot /Subtype /Link /Rect [1 2 3 4] /StructParent 5>>',
      8: handMadeStream(word(0, 'b'), '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /StructParents 6'),
    }),
  );
  const pages = readPages(pdf);
  const marks = pages.flatMap(({ stream }) => [...streamsOf(stream)].flatMap((own) => [...own.marks.values()]));
  return { pdf, pages, marks };
}

/** Writes a document that is made of the marks of the print, a, c, b and d, and tells what stands at places of the file. */
function written(make: (...content: readonly Kid[]) => Element): (...path: readonly (string | number)[]) => string {
  const { pdf, pages, marks } = print();
  const document = make(...marks.map((mark): Kid => ({ kind: 'content', mark })));
  writeStructure(pdf, pages, document, {
    artifactOf: () => '<</Type /Layout>>',
    append: () => undefined,
    unmark: () => [],
  });
  const serialize = openSerializer((number) => number);
  return (...path) => {
    const found = path.reduce<PdfObject>((object, key) => {
      if (typeof key === 'number' && object === null) return pdf.resolve({ kind: 'reference', number: key });
      const inner = isStream(object) ? object.dictionary : object;
      const next = isDictionary(inner) ? inner.get(String(key)) : Array.isArray(inner) ? inner[Number(key)] : null;
      return pdf.resolve(next);
    }, null);
    return isStream(found) ? Buffer.from(inflated(found)).toString('latin1') : serialize(found);
  };
}

const root = [1, 'StructTreeRoot'] as const;

test('content that stands on the page of its tag is a number; that of a form and of the next page says where it is', () => {
  const at = written((a, c, b, d) => element('Document', [element('P', [a, b, c, d])]));
  expect(at(...root, 'K', 'K', 'Pg', 'Contents')).toBe(at(5));
  expect(at(...root, 'K', 'K', 'K')).toBe(
    '[0 <</Type /MCR/Pg 3 0 R/Stm 8 0 R/MCID 0>> 1 <</Type /MCR/Pg 4 0 R/MCID 0>>]',
  );
});

test('the parent tree leads from each stream and each annotation back to their tags', () => {
  const link = annotation(7);
  const at = written((a, c, b, d) => element('Document', [element('P', [a, c, b]), element('Link', [d, link])]));
  const [paragraph, anchor] = [0, 1].map((index) => at(...root, 'K', 'K', index));
  const tree = (key: number) => [...root, 'ParentTree', 'Nums', 2 * key + 1] as const;
  // The page's own stream, that of its form, the next page, the annotation.
  expect([at(...tree(0), 0), at(...tree(0), 1), at(...tree(1), 0)]).toEqual([paragraph, paragraph, paragraph]);
  expect([at(...tree(2), 0), at(...tree(3))]).toEqual([anchor, anchor]);
  expect([at(3, 'StructParents'), at(8, 'StructParents'), at(4, 'StructParents'), at(7, 'StructParent')]).toEqual([
    ...['0', '1', '2', '3'],
  ]);
  expect(at(...root, 'ParentTreeNextKey')).toBe('4');
});

test('what no tag holds is an artifact, and its stream has no key', () => {
  const at = written((a) => element('Document', [element('P', [a])]));
  const [word, artifact] = ['/P<</MCID 0>>BDC\nBT (a) Tj ET\nEMC', '/Artifact <</Type /Layout>>BDC\nBT (c) Tj ET\nEMC'];
  expect(at(5).replace(/ +/g, ' ')).toBe(` ${word} /X Do ${artifact} `);
  expect([at(8, 'StructParents'), at(4, 'StructParents')]).toEqual(['null', 'null']);
});

test('ids lead to their tags in the order of their bytes, and no two tags have one', () => {
  const named = (...ids: readonly string[]) =>
    written((a) => element('Document', [...ids.map((id) => element('Note', [], { id })), element('P', [a])]));
  const at = named('b', 'a');
  expect([at(...root, 'IDTree', 'Names', 0), at(...root, 'IDTree', 'Names', 2)]).toEqual(['(a)', '(b)']);
  expect(at(...root, 'IDTree', 'Names', 1)).toBe(at(...root, 'K', 'K', 1));
  expect(() => named('a', 'a')).toThrow('two tags have the id "a"');
});

test('types that are no standard ones have a role, and none that is used has none', () => {
  const at = written((a) => element('Document', [element('P', [element('Strong', [a])])]));
  expect(at(...root, 'RoleMap')).toBe('<</Strong /Span>>');
  expect(at(...root, 'IDTree')).toBe('null');
});
