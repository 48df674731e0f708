import { describe, expect, test } from 'vitest';
import { writeMarkdown } from '../../scripts/import/pour/write-markdown.ts';
import { readWord } from '../../scripts/import/read/word/read-word.ts';
import { call, docxOf, entry, main, paragraph, picture, run, table } from './docx.ts';
import { pixel } from './manuscript-docx.ts';
import { boat, box, code, drawing, field, read } from './word-parts.ts';

describe('no wrapper hides text', () => {
  test.each([
    ['a simple field', `<w:fldSimple w:instr=" SEQ Table ">${boat}</w:fldSimple>`],
    ['a smart tag', `<w:smartTag w:element="x"><w:smartTagPr/>${boat}</w:smartTag>`],
    ['custom XML', `<w:customXml w:element="x"><w:customXmlPr/>${boat}</w:customXml>`],
    [
      'content controls in each other',
      `<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent>${boat}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`,
    ],
    ['an insertion', `<w:ins w:id="1" w:author="a">${boat}</w:ins>`],
    ['text moved here', `<w:moveTo w:id="1" w:author="a">${boat}</w:moveTo>`],
    ['a direction', `<w:dir w:val="rtl"><w:bdo w:val="ltr">${boat}</w:bdo></w:dir>`],
    ['an element that nobody knows', `<new:thing>${boat}</new:thing>`],
    [
      'an alternative that is known',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>boat</w:t></mc:Choice><mc:Fallback><w:t>ship</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ],
    [
      'an alternative that is not known',
      `<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:t>ship</w:t></mc:Choice><mc:Fallback><w:t>boat</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ],
    ['a field with its result', field('DATE', boat)],
    ['a field that never ends', `${code('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${boat}`],
    ['a field within a field', field('IF 1 = 1', field('MERGEFIELD X', boat))],
    ['a link to a place within', `<w:hyperlink w:anchor="x">${boat}</w:hyperlink>`],
    ['a formula that is a line of signs', '<m:oMath><m:r><m:t>bo</m:t></m:r><m:r><m:t>at</m:t></m:r></m:oMath>'],
  ])('%s', async (_, content) => {
    expect(await read(`<w:p>${run('A ')}${content}${run(' sails.')}</w:p>`)).toEqual({
      markdown: 'A boat sails.',
      remarks: [],
    });
  });
  test('a content control around paragraphs, rows and cells', async () => {
    const sdt = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = `${sdt(paragraph('One'))}<w:tbl><w:tr>${cell('a')}${sdt(cell('b'))}</w:tr>${sdt(`<w:tr>${cell('c')}${cell('d')}</w:tr>`)}</w:tbl>`;
    expect((await read(body)).markdown).toBe('One\n\n| a | b |\n| - | - |\n| c | d |');
  });
});

describe('what a reader sees', () => {
  test.each([
    [
      'bold before a line break',
      `${run('Bold', '<w:b/>')}<w:r><w:rPr><w:b/></w:rPr><w:br/></w:r>${run('plain')}`,
      '**Bold**\\\nplain',
    ],
    ['bold that is switched off', run('plain', '<w:b w:val="0"/>'), 'plain'],
    ['struck text', run('out', '<w:dstrike/>'), '~~out~~'],
    [
      'signs of their own',
      '<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r>',
      'a\u2011bc d',
    ],
    ['symbols', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/></w:r>', '✓α'],
    ['text in a font of symbols', run('\uF0B7', '<w:rFonts w:ascii="Symbol"/>'), '•'],
    [
      'raised and lowered digits',
      `${run('10')}${run('6', '<w:vertAlign w:val="superscript"/>')}${run(' CO')}${run('2', '<w:vertAlign w:val="subscript"/>')}`,
      '10⁶ CO₂',
    ],
    ['an ordinal', `${run('1')}${run('st', '<w:vertAlign w:val="superscript"/>')}`, '1st'],
    [
      'ruby',
      `<w:r><w:ruby><w:rubyPr/><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>`,
      '漢 (kan)',
    ],
    ['a link', '<w:hyperlink r:id="link1"><w:r><w:t>map</w:t></w:r></w:hyperlink>', '[map](https://example.org/map)'],
    [
      'a link that is a field',
      field('HYPERLINK "https://example.org/a" \\o "tip"', run('map')),
      '[map](https://example.org/a)',
    ],
    [
      'a box to tick',
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>${code('end')}`,
      '☒',
    ],
    [
      'a choice of a list',
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>${code('end')}`,
      'b',
    ],
    ['a bookmark', `<w:bookmarkStart w:id="1" w:name="x"/>${boat}<w:bookmarkEnd w:id="1"/>`, 'boat'],
    ['a number of a caption', `${run('Table ')}${field('SEQ Table', run('7'))}`, 'Table 7'],
    ['text hidden on the web only', run('seen', '<w:webHidden/>'), 'seen'],
  ])('%s', async (_, content, markdown) => {
    const { remarks, ...imported } = await read(`<w:p>${content}</w:p>`, { links: ['https://example.org/map'] });
    expect(imported).toEqual({ markdown });
    expect(remarks).toEqual([]);
  });
  test('the large first letter of a paragraph', async () => {
    const letter = `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${run('B')}</w:p>`;
    expect((await read(letter + paragraph('oats fold.'))).markdown).toBe('Boats fold.');
  });
  test('the title, once, over two lines; a later one heads its part', async () => {
    const body = [
      paragraph('Paper', 'Title'),
      paragraph('Boats', 'Title'),
      paragraph('A.'),
      paragraph('More', 'Title'),
    ];
    const { title, tree } = await readWord(docxOf(body.join('')));
    expect(title?.children).toEqual([
      { type: 'text', value: 'Paper' },
      { type: 'text', value: ' ' },
      { type: 'text', value: 'Boats' },
    ]);
    expect(writeMarkdown(tree)).toBe('A.\n\n# More\n');
  });
  test.each([
    ['by the name of its style', paragraph('Boats', 'Heading2'), ''],
    ['by a style that is based on one', paragraph('Boats', 'Mine'), '<w:basedOn w:val="Heading2"/>'],
    ['by the level of its style', paragraph('Boats', 'Mine'), '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'],
    ['by its own level', `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('Boats')}</w:p>`, ''],
  ])('a heading %s', async (_, body, properties) => {
    const styles = `<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Own head"/>${properties}</w:style>`;
    expect((await read(body, { styles })).markdown).toBe('## Boats');
  });
  test('a style that is body text again is no heading', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Own"/><w:basedOn w:val="Heading2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>';
    expect((await read(paragraph('Boats', 'Mine'), { styles })).markdown).toBe('Boats');
  });
  test('footnotes and endnotes in one sequence', async () => {
    const endnotes = `<w:endnotes ${main}><w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>${run(' Of the end.')}</w:p></w:endnote></w:endnotes>`;
    const end = '<w:r><w:endnoteReference w:id="2"/></w:r>';
    const { markdown } = await read(`<w:p>${run('A')}${end}${run(' and B')}${call(2)}</w:p>`, {
      footnotes: ['Of the foot.'],
      parts: { 'endnotes.xml': { id: 'ends', type: 'endnotes', xml: endnotes } },
    });
    expect(markdown).toBe('A[^note-1] and B[^note-2]\n\n[^note-1]: Of the end.\n\n[^note-2]: Of the foot.');
  });
  test('a text box after the paragraph that it belongs to', async () => {
    const shape = drawing(`<wps:wsp><wps:txbx>${box(paragraph('Inside.'))}</wps:txbx></wps:wsp>`);
    const old = `<w:r><w:pict><v:shape><v:textbox>${box(paragraph('Old.'))}</v:textbox></v:shape></w:pict></w:r>`;
    expect(await read(`<w:p>${run('Beside')}${shape}${run(' it.')}</w:p><w:p>${old}</w:p>`)).toEqual({
      markdown: 'Beside it.\n\nInside.\n\nOld.',
      remarks: ['position of text changed near Beside it.: Inside.'],
    });
  });
  test('pictures of both kinds, with what they show and where they lead', async () => {
    const vml = '<w:r><w:pict><v:shape alt="A sail"><v:imagedata r:id="picture1"/></v:shape></w:pict></w:r>';
    const body = `<w:p>${picture('picture1', 'A boat')}${vml}<w:hyperlink r:id="link1">${picture('picture2', 'C')}</w:hyperlink></w:p>`;
    const { tree, embedded } = await readWord(
      docxOf(body, { pictures: [pixel, pixel], links: ['https://example.org'] }),
    );
    expect(writeMarkdown(tree)).toBe(
      '![A boat](picture\\:0)![A sail](picture\\:0)[![C](picture\\:1)](https://example.org)\n',
    );
    expect(embedded.map(({ length }) => length)).toEqual([pixel.length, pixel.length]);
  });
  test('a web page that was put into the document', async () => {
    const parts = { 'part.htm': { id: 'chunk', type: 'aFChunk', xml: '<p>A <b>page</b>.</p>' } };
    expect((await read(`${paragraph('One.')}<w:altChunk r:id="chunk"/>`, { parts })).markdown).toBe(
      'One.\n\nA **page**.',
    );
  });
});

describe('lists', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>`;
  const lists = [
    `<w:abstractNum w:abstractNumId="5">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%2.')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="6">${level(0, 'lowerLetter', '(%1)')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1', '<w:pStyle w:val="Heading1"/>')}${level(1, 'bullet', '•')}</w:abstractNum>`,
    '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Steps"/></w:abstractNum>',
    `<w:abstractNum w:abstractNumId="9">${level(0, 'bullet', '•')}</w:abstractNum>`,
    ...[5, 6, 7, 8, 9].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
    '<w:num w:numId="50"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
    '<w:num w:numId="51"><w:abstractNumId w:val="5"/></w:num>',
  ].join('');
  const styles = [
    '<w:style w:type="numbering" w:styleId="Steps"><w:name w:val="Steps"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>',
  ].join('');
  const item = (list: number, text: string, at = 0, more = '') =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>${more}</w:pPr>${run(text)}</w:p>`;
  test.each([
    [
      'goes on after other text',
      [item(5, 'a'), item(5, 'b'), paragraph('Text.'), item(5, 'c')],
      '1. a\n2. b\n\nText.\n\n3. c',
    ],
    ['goes on over an empty line', [item(5, 'a'), '<w:p/>', item(5, 'b')], '1. a\n2. b'],
    ['goes on under another name', [item(5, 'a'), paragraph('Text.'), item(51, 'b')], '1. a\n\nText.\n\n2. b'],
    ['starts where it says', [item(50, 'a'), item(50, 'b')], '4. a\n5. b'],
    [
      'starts again below each entry',
      [item(5, 'a'), item(5, 'b', 1), item(5, 'c'), item(5, 'd', 1)],
      '1. a\n   1. b\n2. c\n   1. d',
    ],
    ['counts entries without text', [item(5, 'a'), item(5, ''), item(5, 'b')], '1. a\n\n3) b'],
    ['counts a level that was passed over', [item(5, 'a', 1), item(5, 'b')], '1. a\n\n2) b'],
    ['is none with the number 0', [item(0, 'a')], 'a'],
    ['comes from a style', [paragraph('a', 'Step'), paragraph('b', 'Step')], '1. a\n2. b'],
    ['comes from a style of lists', [item(8, 'a'), item(8, 'b')], '1. a\n2. b'],
    [
      'has entries of several paragraphs',
      [item(5, 'a'), `<w:p><w:pPr><w:ind w:left="720"/></w:pPr>${run('More.')}</w:p>`, item(5, 'b')],
      '1. a\n\n   More.\n2. b',
    ],
    [
      'of bullets stands in one of numbers by its indent',
      [item(5, 'a'), item(9, 'x', 0, '<w:ind w:left="1440"/>'), item(5, 'b')],
      '1. a\n   - x\n2. b',
    ],
    ['of bullets ends one of numbers beside it', [item(5, 'a'), item(9, 'x'), item(5, 'b')], '1. a\n\n- x\n\n2. b'],
    ['has bullets', [entry('a'), entry('b')], '- a\n- b'],
  ])('a list %s', async (_, body, markdown) => {
    expect(await read(body.join(''), { lists, styles })).toEqual({ markdown, remarks: [] });
  });
  test('letters become numbers, and that is said once', async () => {
    expect(await read(`${item(6, 'one')}${item(6, 'two')}${paragraph('Text.')}${item(6, 'three')}`, { lists })).toEqual(
      {
        markdown: '1. one\n2. two\n\nText.\n\n3. three',
        remarks: ['numbering changed near one: (a)'],
      },
    );
  });
  test('numbers of headings are left out, and that is said once', async () => {
    expect(
      await read(`${item(7, 'One', 0, '<w:outlineLvl w:val="0"/>')}${item(7, 'Two', 0, '<w:outlineLvl w:val="0"/>')}`, {
        lists,
      }),
    ).toEqual({
      markdown: '# One\n\n# Two',
      remarks: ['numbering left out near One: 1'],
    });
  });
  test('in a cell, entries keep the marks that Word prints', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const { tree } = await readWord(
      docxOf(
        `<w:tbl><w:tr>${cell(item(6, 'x') + item(6, 'y'))}${cell(paragraph('z'))}</w:tr><w:tr>${cell(paragraph('u'))}${cell(paragraph('v'))}</w:tr></w:tbl>`,
        { lists },
      ),
    );
    expect(JSON.stringify(tree)).toContain('"(a) "');
    expect(JSON.stringify(tree)).toContain('"(b) "');
  });
});

describe('tables', () => {
  const cell = (content: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
  const rows = (...lines: readonly (readonly string[])[]) =>
    `<w:tbl>${lines.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
  test('merged cells have their text once, in the first', async () => {
    const body = rows(
      [cell('Wells', '<w:gridSpan w:val="2"/>'), cell('Year')],
      [cell('dug', '<w:vMerge w:val="restart"/>'), cell('dry'), cell('2030')],
      [cell('<w:p/>', '<w:vMerge/>'), cell('wet'), cell('2031')],
    );
    expect(await read(body)).toEqual({
      markdown: '| Wells | | Year |\n| - | - | - |\n| dug | dry | 2030 |\n| | wet | 2031 |',
      remarks: ['merged cells changed near Wells Year dug dry 2030 wet 2031: '],
    });
  });
  test('a table within a cell of another is read in its line', async () => {
    const body = rows(
      [cell('a'), cell('b')],
      [
        cell('c'),
        cell(
          `${table([
            ['d', 'e'],
            ['f', 'g'],
          ])}<w:p/>`,
        ),
      ],
    );
    const { tree, remarks } = await readWord(docxOf(body));
    expect(remarks.map(({ kind, effect }) => [kind, effect])).toEqual([['nested table', 'changed']]);
    expect(writeMarkdown(tree)).toBe('| a | b |\n| - | - |\n| c | d e f g |\n');
  });
  test.each([
    ['one cell is a frame', rows([cell(paragraph('Box') + paragraph('Text.'))]), '> Box\n>\n> Text.'],
    [
      'a frame around a table is none',
      rows([
        cell(
          `${paragraph('Box')}${table([
            ['d', 'e'],
            ['f', 'g'],
          ])}`,
        ),
      ]),
      'Box\n\n| d | e |\n| - | - |\n| f | g |',
    ],
    [
      'texts side by side follow each other',
      rows([cell(paragraph('One.') + paragraph('Two.')), cell('Three.')]),
      'One.\n\nTwo.\n\nThree.',
    ],
    ['empty cells are nothing', rows([cell('<w:p/>'), cell('<w:p/>')]), ''],
  ])('%s', async (_, body, markdown) => {
    expect((await read(body)).markdown).toBe(markdown);
  });
});
