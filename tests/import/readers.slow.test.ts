import { describe, expect, test } from 'vitest';
import { imported, markdownOf } from './imported.ts';
import { zipOf } from './zip.ts';

describe('a file that is something else', () => {
  test.each([
    ['a PDF that is called .txt', 'm.txt', '%PDF-1.7\n…', '"m.txt" is a PDF'],
    ['a rich text that is called .doc', 'm.doc', '{\\rtf1\\ansi Boats}', 'is a rich text file'],
    ['a document of old Word', 'm.doc', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'is a document of Word before 2007'],
    [
      'a document with a password',
      'm.docx',
      Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'is a document with a password: open it in Word with its password',
    ],
    [
      'an OpenDocument text',
      'm.odt',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'is an OpenDocument text: open it in LibreOffice or Word and save it as a Word document (.docx)',
    ],
    ['a document of Pages', 'm.pages', zipOf({ 'Index/Document.iwa': '' }), 'is a document of Pages'],
    ['bytes that are no text', 'm.txt', new Uint8Array(400), 'is not a text file'],
  ])('%s is told with how to save it', async (_, name, bytes, message) => {
    await expect(imported(name, bytes)).rejects.toThrow(message);
  });
  test('a page that is called .doc, as Word saves them, is read as a page', async () => {
    expect(await markdownOf('m.doc', '<html><body><h1>Summary</h1><p>Boats.</p></body></html>')).toBe(
      '# Summary\n\nBoats.\n',
    );
  });
});

test.each([
  ['UTF-8 with its mark', Buffer.from('\uFEFFSummary\n\nNaïve “boats”.')],
  ['UTF-16, little end first', Buffer.from('\uFEFFSummary\n\nNaïve “boats”.', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\uFEFFSummary\n\nNaïve “boats”.', 'utf16le').swap16()],
  ['UTF-16 without its mark', Buffer.from('Summary\n\nNaïve “boats”.', 'utf16le')],
  ['Windows-1252', Buffer.from('Summary\n\nNa\xEFve \x93boats\x94.', 'latin1')],
])('text in %s is read letter by letter', async (_, bytes) => {
  expect(await markdownOf('m.txt', bytes)).toBe('# Summary\n\nNaïve “boats”.\n');
});

test('a page in the encoding that it names is read letter by letter', async () => {
  const page = Buffer.from('<meta charset="windows-1251"><h1>Summary</h1><p>\xCB\xEE\xE4\xEA\xE8</p>', 'latin1');
  expect(await markdownOf('m.html', page)).toBe('# Summary\n\nЛодки\n');
});

describe('plain text', () => {
  test.each([
    [
      'numbered headings are headings, and a numbered list is none',
      '1. Summary\n\nBoats fold well at night.\n\n1. one\n2. two\n\n2. Who folds\n\nNobody does so by day.\n',
      '# 1. Summary\n\nBoats fold well at night.\n\n1. one\n2. two\n\n# 2. Who folds\n\nNobody does so by day.\n',
    ],
    [
      'underlined lines are headings',
      'Summary\n=======\n\nSome fold.\n\nShips\n-----\n\nNone do.\n',
      '# Summary\n\nSome fold.\n\n## Ships\n\nNone do.\n',
    ],
    [
      'notes at the end are notes where they are called',
      'Summary\n\nBoats fold [1] and sink.[2]\n\nNotes\n\n[1] At night.\n[2] By day.\n',
      '# Summary\n\nBoats fold[^note-1] and sink.[^note-2]\n\n[^note-1]: At night.\n\n[^note-2]: By day.\n',
    ],
    [
      'notes that nothing calls stay text',
      'Summary\n\nBoats fold.\n\n[1] At night.\n',
      '# Summary\n\nBoats fold.\n\n\\[1] At night.\n',
    ],
    [
      'numbers and heads of pages go, and a sentence over a page stays whole',
      ['Boats 2031\n\nSummary\n\nBoats fold', 'Boats 2031\n\nwell.\n\nThey sink.', 'Boats 2031\n\nThe end.']
        .map((page, nth) => `${page}\n\n${nth + 1}\n`)
        .join('\f'),
      '# Summary\n\nBoats fold well.\n\nThey sink.\n\nThe end.\n',
    ],
  ])('%s', async (_, text, markdown) => {
    expect((await markdownOf('m.txt', text)).replaceAll('\n\n\n', '\n\n')).toBe(markdown);
  });
  test('what stood at the edges of pages is reported', async () => {
    const pages = ['Summary\n\nBoats.\n\n1', 'More.\n\n2', 'Most.\n\n3'].join('\f');
    const { remarks } = await imported('m.txt', pages);
    expect(remarks.map(({ kind, words }) => `${kind} ${words}`)).toEqual(['footer 1', 'footer 2', 'footer 3']);
  });
});

describe('a page saved from the web', () => {
  const sentence = 'Paper boats fold at night, and nobody has ever seen how many of them come back in the morning. ';
  const menu = '<nav><ul><li><a href="/a">Atlas</a></li><li><a href="/b">Boats of others</a></li></ul></nav>';
  const page = (article: string) =>
    `<!doctype html><title>t</title><body><div id="page">${menu}<div class="sidebar"><ul><li><a href="/c">Popular ships</a></li></ul></div><div id="content"><h1>Boats</h1><p>By Ada Notareal</p><div class="text">${article}</div></div><aside><p>Buy ink.</p></aside><footer>Imprint</footer></div></body>`;
  test('gives its article with all that stands in it, and reports its menus', async () => {
    const article = `<p>${sentence.repeat(4)}</p><h2>Summary</h2><p>${sentence.repeat(4)}</p><ul><li><a href="https://example.org/x">Ships</a></li></ul><table><tr><td>a<td>b<tr><td>c<td>d</table><h2>More</h2><p>${sentence.repeat(4)}</p>`;
    const { sections, remarks, meta } = await imported('m.html', page(article));
    const text = sections.map(({ markdown }) => markdown).join('\n');
    expect(text).not.toMatch(/Atlas|Popular|Buy ink|Imprint/);
    expect(text).toContain('- [Ships](https://example.org/x)');
    expect(text).toContain('| c | d |');
    expect(meta).toMatchObject({ title: 'Boats', contributors: [{ name: 'Ada Notareal' }] });
    const left = remarks.filter(({ kind }) => kind === 'navigation').map(({ words }) => words);
    expect(left.join(' ')).toMatch(/Atlas ?Boats of others.*Popular ships.*Buy ink\. Imprint/);
  });
  test('has its notes where it has an article, with their numbers right behind their words', async () => {
    const called = `<p>${sentence.repeat(3)} Counted <sup><a href="#fn1" id="ref1">[1]</a></sup>.</p>`;
    const notes = '<section><ol><li id="fn1"><p>A note. <a href="#ref1">↩</a></p></li></ol></section>';
    const { sections } = await imported('m.html', page(`<h1>Boats</h1><h2>Summary</h2>${called}${notes}`));
    expect(sections[0]?.markdown).toMatch(/ Counted\[\^note-1\]\.\n\n\[\^note-1\]: A note\.\n$/);
  });
  test.each([
    ['links to share it', '<div class="share">Share: <a href="/x">X</a> <a href="/y">Print</a></div>', ''],
    ['links to share it after its title', '', '<ul class="social-links"><li><a href="/x">Share on X</a></li></ul>'],
    ['the way to it', '<div class="breadcrumbs"><a href="/">Home</a> » Boats</div>', ''],
    ['its category', '<p><a href="/factsheets">Factsheets</a></p>', ''],
  ])('does not print %s, and has its own title', async (_, before, after) => {
    const text = `<h2>Summary</h2><p>${sentence.repeat(3)}</p><h2>Civilian harm</h2><p>${sentence.repeat(3)}</p>`;
    const article = `<article>${before}<h1>Paper boats</h1><p>By Ada Notareal</p>${after}${text}</article>`;
    const { meta, sections, remarks } = await imported(
      'm.html',
      `<body>${menu}${article}<footer>Imprint</footer></body>`,
    );
    expect(meta).toMatchObject({ title: 'Paper boats', contributors: [{ name: 'Ada Notareal' }] });
    expect(sections.map(({ title }) => title)).toEqual(['Summary', 'Civilian harm']);
    expect(remarks.some(({ words }) => /Share|Home|Factsheets/.test(words))).toBe(true);
  });
  test('keeps all but menus where its article cannot be told from the rest', async () => {
    const column = (word: string) => `<div><p>${word} ${sentence.repeat(3)}</p></div>`;
    const text = await markdownOf(
      'm.html',
      `<body>${menu}${['One', 'Two', 'Three', 'Four'].map(column).join('')}</body>`,
    );
    for (const word of ['One', 'Two', 'Three', 'Four']) expect(text).toContain(`${word} Paper boats`);
    expect(text).not.toContain('Atlas');
  });
  test('that an office program wrote loses not a word', async () => {
    const body = `<p class="MsoTitle">Boats</p><h1>Summary</h1><p>Short.</p><div><p><a href="https://example.org">A link</a></p></div>`;
    const { sections, remarks } = await imported('m.html', `<html><body>${body}</body></html>`);
    expect(sections[0]?.markdown).toBe('# Summary\n\nShort.\n\n[A link](https://example.org)\n');
    expect(remarks).toEqual([]);
  });
  test.each([
    ['the attribute for it', '<p hidden>Secret.</p>'],
    ['its style', '<p style="color: red; display: none">Secret.</p>'],
    ['Word’s style', '<p style="mso-hide:all">Secret.</p>'],
    ['a mark for screen readers', '<p aria-hidden="true">Secret.</p>'],
  ])('prints nothing that it hides by %s, and reports it', async (_, hidden) => {
    const { sections, remarks } = await imported('m.html', `<h1>Summary</h1><p>Boats.</p>${hidden}`);
    expect(sections[0]?.markdown).toBe('# Summary\n\nBoats.\n');
    expect(remarks).toEqual([{ kind: 'hidden text', effect: 'left out', near: 'Summary', words: 'Secret.' }]);
  });
  test.each([
    ['of several forms', '<picture><source srcset="big.png 2x"><img alt="A boat" src="boat.png"></picture>'],
    ['loaded late', '<img alt="A boat" src="data:image/gif;base64,R0lGODlhAQ" data-src="boat.png">'],
    ['by its largest form', '<img alt="A boat" srcset="small.png 100w, boat.png 800w">'],
  ])('has the picture %s', async (_, picture) => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const { sections } = await imported('m.html', `<h1>Summary</h1><p>${picture}</p>`, { 'boat.png': png });
    expect(sections[0]?.markdown).toBe('# Summary\n\n![A boat](images/m-1.png)\n');
  });
  test('keeps the words of a linked picture that is not there', async () => {
    const linked =
      '<a href="https://example.org/"><picture><img src="https://example.org/b.png" alt="A boat"></picture></a>';
    expect(await markdownOf('m.html', `<h1>Summary</h1><p>${linked}</p>`)).toBe(
      '# Summary\n\n[A boat](https://example.org/)\n',
    );
  });
});

describe('markdown', () => {
  test('has its title, authors and date from its front matter', async () => {
    const matter =
      '---\ntitle: Boats\nauthor:\n  - Ada Notareal\n  - name: Ben Madeup\ndate: 2031-06-15\nlayout: post\n---\n';
    const { meta, sections, remarks } = await imported('m.md', `${matter}\n# Summary\n\nA.`);
    expect(meta).toMatchObject({
      title: 'Boats',
      date: '2031-06-15',
      contributors: [{ name: 'Ada Notareal' }, { name: 'Ben Madeup' }],
    });
    expect(sections.map(({ markdown }) => markdown)).toEqual(['# Summary\n\nA.\n']);
    expect(remarks).toContainEqual({ kind: 'field', effect: 'left out', near: 'layout', words: '' });
  });
  test.each([
    ['formulas of TeX', 'So $x^2$ and \\(y\\).', 'So $x^2$ and (y).'],
    [
      'a table within a table',
      '<table><tr><td>a<td><table><tr><td>b<td>c</table><tr><td>d<td>e</table>',
      '| a | b c |\n| - | - |\n| d | e |',
    ],
    ['bold that ends with a line break', '<b>Boats<br></b>fold.', '**Boats**\\\nfold.'],
  ])('keeps %s as words', async (_, text, markdown) => {
    expect(await markdownOf('m.md', `# Summary\n\n${text}`)).toBe(`# Summary\n\n${markdown}\n`);
  });
});

test.each([
  ['divisions', 'm.html', `${'<div>'.repeat(30_000)}Boats`],
  ['quotations', 'm.md', `${'>'.repeat(5000)} Boats`],
])('%s without end are one sentence', async (_, name, text) => {
  await expect(imported(name, text)).rejects.toThrow('is nested too deeply to be read');
});
