import { expect, test } from 'vitest';
import { spokenLines } from '../../scripts/tools/conformance/golden.ts';
import { parsePoppler, readByPoppler } from '../../scripts/tools/conformance/poppler.ts';
import { compareSpoken, readPage, readSpoken } from '../../scripts/tools/conformance/spoken.ts';

const printed = `Document
  Sect
    H2 (block)
      "Civilian "
      "harm"
    P (block)
      "In 2022 there were 7."
      Reference (inline)
        Link (inline)
          "1"
          Object 61 0
      " See "
      Link (inline)
        "Figure 1"
        Object 60 0
    Figure:
       /BBox [68.25 238.51 550.23 494.26]
      "Bamako"
    L (block):
       /ListNumbering /Decimal
      LI (block)
        Lbl (block)
          "1."
        LBody (block)
          "one"
      LI (block)
        Lbl (block)
          "2."
        LBody (block)
          P (block)
            "two"
          P (block)
            "more of two"
  Table (block)
    Caption
      P (block)
        "Table 1"
    THead
      TR
        TH <table-1-head-1>:
           /Scope /Column
          "Year"
        TH:
           /Scope /Column
          "Boats"
    TBody
      TR
        TH:
           /Scope /Row
          "2030"
        TD
          "7"
  L (block)
    LI (block)
      LBody (block)
        Note (inline)
          Lbl (block)
            Link (inline)
              "1"
              Object 62 0
          P (block)
            "Words of the note."
`;

const details = { alt: undefined, actualText: undefined, language: undefined };
const pdf = parsePoppler(
  printed,
  new Map([
    [4, { ...details, type: 'Reference', language: 'fr' }],
    [7, { ...details, type: 'Figure', alt: 'A map of Mali' }],
  ]),
);

test('what poppler prints is told as a screen reader speaks it', () => {
  expect(spokenLines(pdf)).toEqual([
    'heading 2: Civilian harm',
    'In 2022 there were 7.{fr: [1]} See [Figure 1]',
    'picture: A map of Mali',
    'list of 2',
    '  - 1. one',
    '  - 2. two',
    '    more of two',
    'table of 2',
    '  caption: Table 1',
    '  | Year: | Boats:',
    '  | 2030: | 7',
    'list of 1',
    '  - note: [1] Words of the note.',
  ]);
});

test('what poppler reads can be held against the page', () => {
  const html = `<h2>Civilian harm</h2><p>In 2022 there were 7.<a lang="fr" href="#1">1</a> See <a href="#2">Figure 1</a></p>
    <svg aria-label="A map of Mali"></svg><ol><li>one</li><li><p>two</p><p>more of two</p></li></ol>
    <table><caption>Table 1</caption><tr><th>Year</th><th>Boats</th></tr><tr><th>2030</th><td>7</td></tr></table>
    <ol><li id="note-1"><a href="#3">1</a> Words of the note.</li></ol>`;
  expect(compareSpoken(readPage(html), readSpoken(pdf))).toEqual([]);
});

test('a PDF of which poppler reads no tags is an error', async () => {
  const run = async () => ({ code: 0, output: '\n', errors: 'Syntax Error' });
  await expect(readByPoppler('a.pdf', [], run)).rejects.toThrow(/a\.pdf: pdfinfo gives none. It said: Syntax Error/);
});

test('tags that poppler reads otherwise than the press are an error', () => {
  expect(() => parsePoppler(printed, new Map([[2, { ...details, type: 'P', language: 'fr' }]]))).toThrow(
    'poppler has H2 for P',
  );
});
