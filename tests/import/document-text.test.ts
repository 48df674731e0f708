import { describe, expect, test } from 'vitest';
import type { PartKind } from '../../scripts/import/document-text/document-text.ts';
import { documentText } from '../../scripts/import/document-text/read-document-text.ts';
import { paragraph, run, table } from './docx.ts';
import { zipOf } from './zip.ts';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

interface Part {
  /** The end of the relation's type. */
  readonly type: string;
  readonly name: string;
  readonly content: string;
}

/** A Word document around the markup of its body, with other parts, which are related to it as r1, r2 … */
function wordFile(body: string, parts: readonly Part[] = []): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const types = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"';
  return zipOf({
    '[Content_Types].xml': `<Types ${types}><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Default Extension="html" ContentType="text/html"/></Types>`,
    '_rels/.rels': relations(relation('doc', 'officeDocument', '/texts/main.xml')),
    'texts/_rels/main.xml.rels': relations(
      parts.map(({ type, name }, index) => relation(`r${index + 1}`, type, name)).join(''),
    ),
    'texts/main.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(parts.map(({ name, content }) => [`texts/${name}`, content])),
  });
}

/** The words of a document as a line. */
function wordsOf(body: string, parts: readonly Part[] = []): string {
  return lineOf(documentText(wordFile(body, parts)).words);
}

function lineOf(words: readonly { readonly text: string; readonly spaced: boolean }[]): string {
  return words
    .map(({ text, spaced }) => (spaced ? ` ${text}` : text))
    .join('')
    .trim();
}

/** The parts of a document: their kinds and words. */
function partsOf(body: string, parts: readonly Part[] = []): readonly string[] {
  return documentText(wordFile(body, parts)).parts.map(({ kind, words, detail }) =>
    [kind, words.join(' ') || detail].filter(Boolean).join(': '),
  );
}

const around = (inner: string) => paragraph(`${run('Two ')}${inner}${run(' sail.')}`);
const boats = run('paper boats');
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const row = (text: string, ofRow = '', ofCell = '') => `<w:tr>${ofRow}<w:tc>${ofCell}${paragraph(text)}</w:tc></w:tr>`;
const textBox = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
const shape = (text: string) =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${textBox(text)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
const style = (id: string, marks: string, kind = 'character') =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${marks}</w:rPr></w:style>`;
const stylesPart = (content: string): Part => ({
  type: 'styles',
  name: 'styles.xml',
  content: `<w:styles ${namespaces}>${content}</w:styles>`,
});

describe('text is found in whatever wraps it', () => {
  test.each([
    ['a simple field', `<w:fldSimple w:instr=" SEQ Figure ">${boats}</w:fldSimple>`],
    ['a field', field(' REF boats ', boats)],
    ['a field in a field', field(' HYPERLINK "https://example.org" ', field(' REF boats ', boats))],
    ['a link', `<w:hyperlink w:anchor="x">${boats}</w:hyperlink>`],
    ['an insertion', `<w:ins w:id="1">${boats}</w:ins>`],
    ['a moved passage', `<w:moveTo w:id="1">${boats}</w:moveTo>`],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${boats}</w:sdtContent></w:sdt>`,
    ],
    ['a smart tag', `<w:smartTag w:uri="u" w:element="e">${boats}</w:smartTag>`],
    ['custom XML', `<w:customXml w:uri="u" w:element="e">${boats}</w:customXml>`],
    ['a direction', `<w:bdo w:val="ltr"><w:dir w:val="ltr">${boats}</w:dir></w:bdo>`],
    ['ruby', `<w:r><w:ruby><w:rt>${run('above')}</w:rt><w:rubyBase>${boats}</w:rubyBase></w:ruby></w:r>`],
    [
      'an alternative',
      `<mc:AlternateContent><mc:Choice Requires="wps">${boats}</mc:Choice><mc:Fallback>${run('rafts')}</mc:Fallback></mc:AlternateContent>`,
    ],
    ['a fallback', `<mc:AlternateContent><mc:Fallback>${boats}</mc:Fallback></mc:AlternateContent>`],
    ['an element of tomorrow', `<x:later xmlns:x="urn:later">${boats}</x:later>`],
    ['an unfinished field', `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${boats}`],
  ])('%s', (_, inner) => {
    expect(wordsOf(around(inner))).toBe('Two paper boats sail.');
  });

  test.each([
    [
      'a table',
      table([
        ['One', 'Two'],
        ['Three', 'Four'],
      ]),
      'One Two Three Four',
    ],
    [
      'a table in a table',
      `<w:tbl><w:tr><w:tc>${table([['Inner']])}${paragraph('Outer')}</w:tc></w:tr></w:tbl>`,
      'Inner Outer',
    ],
    [
      'a control around rows',
      `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${paragraph('Row')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`,
      'Row',
    ],
    [
      'a text box, after its paragraph',
      paragraph(`${run('Before')}<w:r>${shape('Boxed')}</w:r>${run(' after')}`),
      'Before after Boxed',
    ],
    [
      'a text box in both forms, once',
      paragraph(
        `${run('By')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape('Boxed')}</mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>${textBox('Boxed')}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      'By Boxed',
    ],
    [
      'an old text box',
      paragraph(`<w:r><w:pict><v:rect><v:textbox>${textBox('Boxed')}</v:textbox></v:rect></w:pict></w:r>`),
      'Boxed',
    ],
    ['a deleted row', `<w:tbl>${row('Kept')}${row('Gone', '<w:trPr><w:del w:id="1"/></w:trPr>')}</w:tbl>`, 'Kept'],
    [
      'a deleted cell',
      `<w:tbl>${row('Gone', '', '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>')}${row('Kept')}</w:tbl>`,
      'Kept',
    ],
    [
      'a joined paragraph',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('sea')}</w:p>${paragraph('shell')}`,
      'seashell',
    ],
  ])('%s', (_, body, words) => {
    expect(wordsOf(body)).toBe(words);
  });

  test('signs that are elements', () => {
    const signs =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:cr/><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F062"/></w:r>';
    expect(wordsOf(paragraph(signs))).toBe('a b c-de 🡪β');
  });

  test('letters of a symbol font', () => {
    expect(wordsOf(paragraph('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>a \uF062</w:t></w:r>'))).toBe('a β');
  });
});

describe('what is not text of the body is a part, with its words', () => {
  const marked = (marks: string, text = 'secret') => around(run(text, marks));
  const vanish = '<w:vanish/>';

  test.each<[string, string, readonly Part[]]>([
    ['by itself', marked(vanish), []],
    ['by its style', marked('<w:rStyle w:val="Quiet"/>'), [stylesPart(style('Quiet', vanish))]],
    [
      'by a style under its style',
      marked('<w:rStyle w:val="Top"/>'),
      [
        stylesPart(
          `${style('Quiet', vanish)}<w:style w:type="character" w:styleId="Top"><w:basedOn w:val="Quiet"/></w:style>`,
        ),
      ],
    ],
    ['on the web', marked('<w:webHidden/>'), []],
    [
      'in a hidden row',
      `${paragraph('Two')}<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph('secret')}</w:tc></w:tr></w:tbl>${paragraph('sail.')}`,
      [],
    ],
    [
      'under a merged cell',
      `${paragraph('Two')}<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('secret')}</w:tc></w:tr></w:tbl>${paragraph('sail.')}`,
      [],
    ],
  ])('hidden text %s', (_, body, parts) => {
    expect(wordsOf(body, parts)).toBe('Two sail.');
    expect(partsOf(body, parts)).toEqual(['hidden text: secret']);
  });

  test('hidden text by a paragraph’s style and by the defaults', () => {
    const body = `${paragraph('secret', 'Quiet')}${paragraph(run('shown', '<w:vanish w:val="0"/>'), 'Quiet')}`;
    expect(wordsOf(body, [stylesPart(style('Quiet', vanish, 'paragraph'))])).toBe('shown');
    const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${vanish}</w:rPr></w:rPrDefault></w:docDefaults>`;
    expect(wordsOf(body, [stylesPart(defaults)])).toBe('shown');
  });

  test('what two levels of styles hide is shown', () => {
    const both = stylesPart(`${style('Quiet', vanish)}${style('Low', vanish, 'paragraph')}`);
    expect(wordsOf(paragraph(run('shown', '<w:rStyle w:val="Quiet"/>'), 'Low'), [both])).toBe('shown');
  });

  const chart: Part = {
    type: 'chart',
    name: 'chart.xml',
    content: `<c:chartSpace ${namespaces}><a:p><a:r><a:t>Boats by year</a:t></a:r></a:p></c:chartSpace>`,
  };
  const graphic = (inner: string) =>
    `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const picture = graphic('<pic:pic><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic>');
  const header = (type: string): Part => ({
    type,
    name: `${type}.xml`,
    content: `<w:hdr ${namespaces}>${paragraph(`${run('Draft, page ')}${field(' PAGE ', run('7'))}`)}</w:hdr>`,
  });

  test.each<[PartKind, string, readonly Part[], string]>([
    ['formula', '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>', [], 'formula: a + b'],
    [
      'formula',
      field(' EQ \\f(1,2) ', '').replace(/<w:r><w:fldChar w:fldCharType="separate"\/><\/w:r>/, ''),
      [],
      'formula: EQ \\f(1,2)',
    ],
    [
      'formula',
      '<w:r><w:object><v:shape><v:imagedata r:id="r1"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object></w:r>',
      [],
      'formula: Equation.3',
    ],
    [
      'object',
      '<w:r><w:object><v:shape><v:imagedata r:id="r1"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      [],
      'object: Excel.Sheet.12',
    ],
    ['chart', graphic('<c:chart r:id="r1"/>'), [chart], 'chart: Boats by year'],
    ['diagram', graphic('<dgm:relIds r:dm="r1"/>'), [chart], 'diagram: Boats by year'],
    ['picture', picture, [{ type: 'image', name: 'a.png', content: '' }], 'picture: image/png'],
    ['unknown picture', picture, [{ type: 'image', name: 'a.emf', content: '' }], 'unknown picture: image/x-emf'],
    ['drawing', graphic('<wps:wsp><wps:spPr/></wps:wsp>'), [], 'drawing'],
    ['drawing', '<w:r><w:pict><v:shape><v:textpath string="Ahoy"/></v:shape></w:pict></w:r>', [], 'drawing: Ahoy'],
    ['symbol', '<w:r><w:sym w:font="Harbour" w:char="F041"/></w:r>', [], 'symbol: Harbour f041'],
    ['page number', field(' PAGEREF boats ', run('12')), [], 'page number: 12'],
    ['list of contents', field(' TOC \\o ', run('Boats 3')), [], 'list of contents: Boats 3'],
    [
      'form field',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="red"/><w:listEntry w:val="blue"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      [],
      'form field: blue',
    ],
    ['ruby', `<w:r><w:ruby><w:rt>${run('above')}</w:rt><w:rubyBase/></w:ruby></w:r>`, [], 'ruby: above'],
    [
      'comment',
      '<w:r><w:commentReference w:id="4"/></w:r>',
      [
        {
          type: 'comments',
          name: 'comments.xml',
          content: `<w:comments ${namespaces}><w:comment w:id="4">${paragraph('Really?')}</w:comment></w:comments>`,
        },
      ],
      'comment: Really ?',
    ],
  ])('%s', (_, inner, parts, expected) => {
    expect(wordsOf(around(inner), parts)).toBe('Two sail.');
    expect(partsOf(around(inner), parts)).toEqual([expected]);
  });

  test.each<[string, string, readonly Part[], readonly string[]]>([
    [
      'headers and footers',
      '<w:sectPr><w:headerReference r:id="r1"/><w:footerReference r:id="r2"/></w:sectPr>',
      [header('header'), header('footer')],
      ['header: Draft , page', 'footer: Draft , page'],
    ],
    [
      'a document within the document',
      '<w:altChunk r:id="r1"/>',
      [{ type: 'aFChunk', name: 'a.html', content: '<p>Inserted <b>page</b></p>' }],
      ['embedded document: Inserted page'],
    ],
    [
      'a list of contents as a control',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Contents')}${paragraph('Boats 3')}</w:sdtContent></w:sdt>`,
      [],
      ['list of contents: Contents Boats 3'],
    ],
    [
      'a list of contents by its style',
      paragraph('Boats 3', 'TOC1'),
      [stylesPart('<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>')],
      ['list of contents: Boats 3'],
    ],
  ])('%s', (_, inner, parts, expected) => {
    const body = `${paragraph('Two sail.')}${inner}`;
    expect(wordsOf(body, parts)).toBe('Two sail.');
    expect(partsOf(body, parts)).toEqual(expected);
  });

  test.each([
    ['a deletion', '<w:del w:id="1"><w:r><w:delText>paper</w:delText></w:r></w:del>'],
    ['the place that a passage was moved from', `<w:moveFrom w:id="1">${boats}</w:moveFrom>`],
    ['an instruction', '<w:r><w:instrText>paper</w:instrText></w:r>'],
    ['a name for a control', '<w:sdt><w:sdtPr><w:alias w:val="paper"/></w:sdtPr><w:sdtContent/></w:sdt>'],
  ])('%s is neither', (_, inner) => {
    expect(wordsOf(around(inner))).toBe('Two sail.');
    expect(partsOf(around(inner))).toEqual([]);
  });

  test('a place is told by its heading and the first words of its paragraph', () => {
    const heading = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>';
    const body = `${paragraph('Harbour', 'H')}${around(run('secret', vanish))}${table([['Cell']])}`;
    const { parts, words } = documentText(wordFile(body, [stylesPart(heading)]));
    expect(parts[0]?.place).toEqual({ within: 'text', heading: 'Harbour', paragraph: 'Two sail.' });
    expect(words.at(-1)?.place).toEqual({ within: 'table', heading: 'Harbour', paragraph: 'Cell' });
  });
});

test('notes follow the text in the order of their calls, under the heading of the call', () => {
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
  const notes: Part = {
    type: 'footnotes',
    name: 'footnotes.xml',
    content: `<w:footnotes ${namespaces}><w:footnote w:type="separator" w:id="0">${paragraph('line')}</w:footnote>${note(2, 'Second.')}${note(3, 'First.')}${note(4, 'Never.')}</w:footnotes>`,
  };
  const call = (id: number, mark = '') =>
    `<w:r><w:footnoteReference w:id="${id}"${mark}/>${mark && '<w:t>*</w:t>'}</w:r>`;
  const body = paragraph(`${run('Boats')}${call(3, ' w:customMarkFollows="1"')}${run(' sail')}${call(2)}${run('.')}`);
  expect(wordsOf(body, [notes])).toBe('Boats sail. First. Second.');
  expect(partsOf(body, [notes])).toEqual(['uncalled note: Never .']);
});

test('a document in strict form says the same', () => {
  const strict = namespaces.replaceAll(
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  );
  const file = zipOf({
    'word/document.xml': `<w:document ${strict}><w:body>${paragraph('Strict boats')}</w:body></w:document>`,
  });
  expect(lineOf(documentText(file).words)).toBe('Strict boats');
});

test.each([
  ['no archive', new TextEncoder().encode('boats'), 'it is not a Word document, or it is damaged'],
  ['an encrypted document', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'it has a password, or is no .docx at all'],
  ['a text that is cut off', zipOf({ 'word/document.xml': '<w:document' }), 'it is damaged: its text cannot be read'],
  ['an archive without a text', zipOf({ 'a.txt': 'boats' }), 'it is not a Word document: there is no text in it'],
])('%s is refused in a sentence', (_, bytes, message) => {
  expect(() => documentText(bytes)).toThrow(message);
});

describe('other formats', () => {
  const read = (text: string, format: string) => documentText(new TextEncoder().encode(text), format);

  test.each([
    [
      'md',
      '---\ntitle: no\n---\n# Boats\n\n*Two* sail[^a] <b>far</b>.\n\n| a | b |\n|---|---|\n| c | d |\n\n[^a]: Note.\n',
      'Boats Two sail far. a b c d Note.',
    ],
    [
      'html',
      '<title>no</title><style>p{}</style><nav>Menu</nav><article><header><h1>Boats</h1></header><p>Two&nbsp;sail.</p></article><footer>Imprint</footer>',
      'Boats Two sail.',
    ],
    ['txt', '• Two sail.\n\n- Three sink.\n1) One floats.', 'Two sail. Three sink. 1. One floats.'],
  ])('%s', (format, text, words) => {
    expect(lineOf(read(text, format).words)).toBe(words);
  });

  test('the menus of a page are parts of it', () => {
    const { parts } = read('<nav>Menu</nav><p>Text <math><mi>x</mi></math> <span hidden>gone</span></p>', 'html');
    expect(parts.map(({ kind, words }) => `${kind}: ${words.join(' ')}`)).toEqual([
      'navigation: Menu',
      'formula: x',
      'hidden text: gone',
    ]);
  });

  test('text in the encoding of old Western files', () => {
    const bytes = Uint8Array.from([0x43, 0x61, 0x66, 0xe9]);
    expect(lineOf(documentText(bytes, 'txt').words)).toBe('Café');
  });
});
