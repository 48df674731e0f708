import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeMarkdown } from '../../scripts/import/pour/write-markdown.ts';
import { readWord } from '../../scripts/import/read/word/read-word.ts';
import { call, docxFiles, docxOf, main, paragraph, picture, run } from './docx.ts';
import { code, drawing, field, read } from './word-parts.ts';
import { zipOf } from './zip.ts';

describe('what is left out is said', () => {
  const math =
    '<m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
  const hidden =
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const veiled =
    '<w:style w:type="paragraph" w:styleId="Veiled"><w:name w:val="Veiled"/><w:rPr><w:vanish/></w:rPr></w:style>';
  test.each([
    ['hidden text', run('no', '<w:vanish/>'), 'hidden text left out near Boats.: no'],
    ['text hidden by its style', run('no', '<w:rStyle w:val="Secret"/>'), 'hidden text left out near Boats.: no'],
    [
      'deleted text',
      '<w:del w:id="1" w:author="a"><w:r><w:delText>no</w:delText></w:r></w:del>',
      'deleted text left out near Boats.: no',
    ],
    [
      'text moved away to nowhere',
      `<w:moveFrom w:id="1" w:author="a">${run('no')}</w:moveFrom>`,
      'deleted text left out near Boats.: no',
    ],
    ['a formula', math, 'formula left out near Boats.: x 2'],
    ['a comment', '<w:r><w:commentReference w:id="4"/></w:r>', 'comment left out near Boats.: Really?'],
    ['a chart', drawing('<c:chart r:id="chart"/>', ' descr="Columns"'), 'chart left out near Boats.: Boats by year'],
    ['a diagram', drawing('<dgm:relIds r:dm="diagram"/>'), 'diagram left out near Boats.: Fold Sail'],
    [
      'an object',
      '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      'object left out near Boats.: ',
    ],
    ['a graphic that nobody knows', drawing('<new:model/>', ' descr="A hull"'), 'picture left out near Boats.: A hull'],
    ['a picture that is not there', picture('none', 'A hull'), 'picture left out near Boats.: A hull'],
    [
      'a field without a result',
      `${code('begin')}<w:r><w:instrText> AUTHOR </w:instrText></w:r>${code('end')}`,
      'field left out near Boats.: ',
    ],
  ])('%s', async (_, content, remark) => {
    const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><a:t>Boats by year</a:t></c:title></c:chart></c:chartSpace>`;
    const diagram =
      '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:t>Fold</a:t></a:p><a:p><a:t>Sail</a:t></a:p></d>';
    const comments = `<w:comments ${main}><w:comment w:id="4">${paragraph('Really?')}</w:comment></w:comments>`;
    const imported = await read(`<w:p>${run('Boats.')}${content}</w:p>`, {
      styles: hidden,
      parts: {
        'chart.xml': { id: 'chart', type: 'chart', xml: chart },
        'diagram.xml': { id: 'diagram', type: 'diagramData', xml: diagram },
        'comments.xml': { id: 'comments', type: 'comments', xml: comments },
      },
    });
    expect(imported).toEqual({ markdown: 'Boats.', remarks: [remark] });
  });
  test('numbers of pages stay, and are said to be of another layout', async () => {
    expect(await read(`<w:p>${run('See page ')}${field('PAGEREF _Ref1 \\h', run('12'))}</w:p>`)).toEqual({
      markdown: 'See page 12',
      remarks: ['cross reference changed near See page 12: 12'],
    });
  });
  test('raised letters stand on the line', async () => {
    expect(await read(`<w:p>${run('x')}${run('n', '<w:vertAlign w:val="superscript"/>')}</w:p>`)).toEqual({
      markdown: 'xn',
      remarks: ['script changed near xn: n'],
    });
  });
  test('a paragraph whose style is hidden, and a note that only hidden text calls', async () => {
    const body = `${paragraph('Seen.')}${paragraph(`${run('Secret.')}${call(2)}`, 'Veiled')}${paragraph('Open.')}`;
    const imported = await read(body, { styles: veiled, footnotes: ['The whole truth.'] });
    expect(imported.markdown).not.toContain('note-1');
    expect(imported).toEqual({
      markdown: 'Seen.\n\nOpen.',
      remarks: ['hidden text left out near Open.: Secret. The whole truth.'],
    });
  });
  test('a note that nothing calls', async () => {
    const { remarks } = await read(paragraph('Open.'), { footnotes: ['Nobody calls this.'] });
    expect(remarks).toEqual(['uncalled note left out: Nobody calls this.']);
  });
  test('lines that are drawn, but not the rule between paragraphs', async () => {
    const line = (shape: string) => paragraph(`<w:r><w:pict>${shape}</w:pict></w:r>`);
    expect((await read(paragraph('Open.') + line('<v:line from="0,0" to="9,9"/>'))).remarks).toHaveLength(1);
    expect((await read(paragraph('Open.') + line('<v:rect o:hr="t"/>'))).remarks).toEqual([]);
  });
  test('a paragraph whose mark alone is hidden keeps its line', async () => {
    const marked = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('Seen.')}</w:p>`;
    expect(await read(marked + paragraph('Open.'))).toEqual({ markdown: 'Seen.\n\nOpen.', remarks: [] });
  });
  test('the list of contents with its heading, as a field, a style or a frame', async () => {
    const toc = `<w:p>${code('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${code('separate')}${run('One 1')}</w:p><w:p>${run('Two 2')}</w:p><w:p>${code('end')}</w:p>`;
    const styles = '<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/></w:style>';
    const sdt = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Contents', 'TOCHeading')}${toc}</w:sdtContent></w:sdt>`;
    const after = paragraph('One', 'Heading1') + paragraph('Text.');
    const want = { markdown: '# One\n\nText.', remarks: ['list of contents left out: Contents\nOne 1\nTwo 2'] };
    expect(await read(sdt + after, { styles })).toEqual(want);
    expect(await read(paragraph('Contents', 'Heading1') + toc + after)).toEqual(want);
    expect(await read(paragraph('Contents') + paragraph('One 1', 'TOC1') + paragraph('Two 2', 'TOC1') + after)).toEqual(
      want,
    );
  });
  test('a heading in the style of a list of contents, above other text, is a heading', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/></w:style>';
    expect((await read(paragraph('Foreword', 'TOCHeading') + paragraph('Text.'), { styles })).markdown).toBe(
      '# Foreword\n\nText.',
    );
  });
  test('headers and footers, each text once, and not the numbers of pages', async () => {
    const part = (name: string, content: string) => `<w:${name} ${main}><w:p>${content}</w:p></w:${name}>`;
    const reference = (kind: string, id: string) => `<w:${kind}Reference w:type="default" r:id="${id}"/>`;
    const section = `<w:sectPr>${reference('header', 'h1')}${reference('footer', 'f1')}</w:sectPr>`;
    const body = `<w:p><w:pPr>${section}</w:pPr>${run('One.')}</w:p>${paragraph('Two.')}${section.replace('"h1"', '"h2"')}`;
    const parts = {
      'h1.xml': { id: 'h1', type: 'header', xml: part('hdr', run('For friends only')) },
      'h2.xml': { id: 'h2', type: 'header', xml: part('hdr', run('For friends only')) },
      'f1.xml': { id: 'f1', type: 'footer', xml: part('ftr', `${run('Page ')}${field('PAGE', run('3'))}`) },
    };
    expect(await read(body, { parts })).toEqual({
      markdown: 'One.\n\nTwo.',
      remarks: ['header left out: For friends only'],
    });
  });
});

describe('files', () => {
  const body = paragraph('Boats fold.');
  test('parts are found by their relations, and strict documents read', async () => {
    const files = docxFiles(body);
    const moved = Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name.replace('word/document.xml', 'text/Main.xml').replace('word/_rels/document', 'text/_rels/Main'),
        String(content)
          .replace('Target="word/document.xml"', 'Target="/TEXT/main.xml"')
          .replaceAll(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    expect(writeMarkdown((await readWord(zipOf(moved))).tree)).toBe('Boats fold.\n');
  });
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(stream, 'utf16le')]);
  test.each([
    ['with a password', compound('EncryptedPackage'), 'has a password: open it in Word, take the password off'],
    ['of an older Word', compound('WordDocument'), 'is a document of an older Word (.doc)'],
    ['that is a PDF', Buffer.from('%PDF-1.7'), 'is a PDF under another name'],
    ['that is empty', Buffer.alloc(0), 'is empty'],
    ['that ends too early', docxOf(body).subarray(0, 2000), 'is damaged, or was not fetched to its end'],
    ['with another document in it', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'is not a Word document'],
    ['whose text is no XML', zipOf({ ...docxFiles(body), 'word/document.xml': '<w:document' }), 'is damaged'],
    [
      'that names what lies outside',
      zipOf({
        ...docxFiles(body),
        'word/document.xml': '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hosts">]><d>&x;</d>',
      }),
      'is damaged',
    ],
    [
      'that unpacks without end',
      zipOf({
        ...docxFiles(body),
        'word/document.xml': { deflated: deflateRawSync(Buffer.alloc(2 ** 20)), size: 3 * 2 ** 30 },
      }),
      'unpacks to more than any text has',
    ],
    [
      'that nests without end',
      docxOf('<w:sdt>'.repeat(2000) + '</w:sdt>'.repeat(2000)),
      'is larger or deeper than any text',
    ],
  ])('a file %s ends in one sentence', async (_, bytes, sentence) => {
    await expect(readWord(bytes)).rejects.toThrow(sentence);
  });
});
