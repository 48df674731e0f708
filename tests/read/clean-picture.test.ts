import { describe, expect, test } from 'vitest';
import { cleanPicture } from '../../scripts/press/read/picture/clean-picture.ts';
import { exifOf, jpegOf, jpegSegment, photograph, plan, pngChunk, pngOf, screenshot } from './sample-pictures.ts';

/** A picture as it comes out, with its bytes as text of one letter each. */
function cleaned(bytes: Uint8Array | string) {
  const clean = cleanPicture(Buffer.from(bytes));
  if (clean.kind === 'refused') throw new Error(clean.why);
  return { ...clean, text: Buffer.from(clean.bytes).toString('latin1') };
}

const why = (bytes: Uint8Array | string) => {
  const clean = cleanPicture(Buffer.from(bytes));
  return clean.kind === 'refused' ? `${clean.line}:${clean.column} ${clean.why}` : clean.kind;
};

/** The pictures within an SVG, decoded. */
const within = (svg: string) =>
  [...svg.matchAll(/data:[^"']*;base64,([^"')]*)/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString('latin1'),
  );

describe('nothing but what draws is left of', () => {
  test.each([
    ['a photograph', photograph(), ['GPS', 'IPTC', 'comments', 'EXIF', 'XMP', 'behind its end']],
    ['a photograph that lies on its side', photograph(6), ['GPS', 'IPTC', 'comments', 'EXIF', 'XMP', 'behind its end']],
    ['a screen shot', screenshot(), ['GPS', 'texts', 'EXIF', 'editor', 'time', 'behind its end']],
    [
      'a plan',
      plan(),
      [
        'GPS',
        'IPTC',
        'comments',
        'titles',
        'EXIF',
        'XMP',
        'editor',
        'scripts',
        'movement',
        'links',
        'references',
        'behind',
      ],
    ],
  ])('%s', (_, bytes, removed) => {
    const clean = cleaned(bytes);
    expect(Buffer.from(bytes).toString('latin1')).toContain('SECRET');
    for (const text of [clean.text, ...within(clean.text)]) expect(text).not.toContain('SECRET');
    expect(clean.removed).toEqual(removed.map((words) => expect.stringContaining(words)));
    expect(cleaned(clean.bytes)).toEqual({ ...clean, removed: [] });
  });

  test('a photograph with a small copy of itself, further pictures and profiles', () => {
    const profile = jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours'));
    const adobe = jpegSegment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\0'));
    const density = Buffer.from('JFIF\0\x01\x01\x01\0\x48\0\x48');
    const head = Buffer.concat([density, Buffer.from([0, 0])]);
    const clean = cleaned(
      jpegOf([
        jpegSegment(0xe0, Buffer.concat([density, Buffer.from([1, 1]), Buffer.from('abc')])),
        jpegSegment(0xe2, Buffer.from('MPF\0SECRET')),
        profile,
        adobe,
      ]),
    );
    expect(clean.bytes).toEqual(cleaned(jpegOf([jpegSegment(0xe0, head), profile, adobe])).bytes);
    expect(clean.text).toContain('ICC_PROFILE\0\x01\x01colours');
    expect(clean.removed).toEqual(['a small copy of itself', 'further pictures']);
  });

  test('a PNG with colours of its own: those that draw stay', () => {
    const drawing = [pngChunk('gAMA', Buffer.from([0, 0, 177, 143])), pngChunk('pHYs', Buffer.alloc(9))];
    const film = [pngChunk('acTL', Buffer.alloc(8)), pngChunk('fcTL', Buffer.alloc(26))];
    expect(cleaned(pngOf([...film, ...drawing]))).toMatchObject({
      bytes: cleaned(pngOf(drawing)).bytes,
      removed: ['further pictures'],
    });
    expect(cleaned(pngOf(drawing)).text).toContain('gAMA');
    // The name of a profile says who made it.
    expect(cleaned(pngOf([pngChunk('iCCP', Buffer.from('SECRET\0\0zip'))])).text).toContain('iCCPicc\0\0zip');
  });

  test('an SVG: what something refers to keeps its name', () => {
    const { text } = cleaned(plan());
    for (const kept of [
      'id="ground"',
      'class="wall"',
      'url(#ground)',
      'fill:red',
      '>Well &amp; wall<',
      'stroke:#000',
    ]) {
      expect(text).toContain(kept);
    }
  });
});

test.each([1, 3, 6, 8])('a photograph of orientation %i keeps it, and nothing else of its EXIF', (orientation) => {
  const { text } = cleaned(photograph(orientation));
  expect(text.includes('Exif')).toBe(orientation !== 1);
  // One entry: a short, once.
  if (orientation > 1) expect(text).toContain(`\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0`);
  const png = cleaned(pngOf([pngChunk('eXIf', exifOf(orientation))]));
  expect(png.text.includes('eXIf')).toBe(orientation !== 1);
});

const svg = (inner: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>\n${inner}</svg>`;
const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  .map((name, index, all) => `<!ENTITY ${name} "${index === 0 ? 'ha' : `&${all[index - 1]};`.repeat(10)}">`)
  .join('');
const uses = Array.from({ length: 30 }, (_, at) => `<g id="g${at + 1}"><use href="#g${at}"/><use href="#g${at}"/></g>`);

describe('what cannot be printed is refused, with the reason and the place:', () => {
  test.each([
    ['a JPEG that breaks off', photograph().subarray(0, -30), '1:1 it breaks off before its end'],
    ['a JPEG of noise', Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(99, 7)]), '1:1 it breaks off before'],
    ['a PNG that breaks off', pngOf().subarray(0, -20), '1:1 it breaks off before its end'],
    ['a PNG with a wrong sum', pngOf().fill(1, 45, 50), '1:1 it is damaged'],
    ['a PNG larger than can be drawn', hugePng(), '1:1 it has 3,600 million dots, more than can be drawn'],
    ['a page of the web', '<html><svg></svg></html>', '1:1 it is not an SVG'],
    ['a page that is no XML', '<!doctype html>\n<p>a<br></html>', '1:1 it is not well-formed XML'],
    ['another kind of picture', 'GIF89a', '1:1 it is neither PNG, JPEG nor SVG'],
    ['an SVG that breaks off', '<svg xmlns="http://www.w3.org/2000/svg"><g>', '1:44 it is not well-formed XML'],
    ['entities of entities', `<!DOCTYPE svg [${bomb}]>${svg('<text>&g;</text>')}`, '1:1 its entities are made of'],
    [
      'one entity many times',
      `<!DOCTYPE svg [<!ENTITY a "${'ha'.repeat(5000)}">]>${svg(`<text>${'&a;'.repeat(100)}</text>`)}`,
      'it is not well-formed XML',
    ],
    [
      'an entity of another file',
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/hostname">]>${svg('<text>&a;</text>')}`,
      'XML',
    ],
    ['parts that use each other', svg(`<g id="g0"/>${uses.join('')}`), 'use each other so often'],
    ['depth', svg(`${'<g>'.repeat(600)}${'</g>'.repeat(600)}`), 'too deep'],
    ['more depth than a parser has', svg(`${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`), 'well-formed'],
    ['a picture elsewhere', svg('<image href="photo.jpg"/>'), '2:1 it draws what stands in another file, "photo.jpg"'],
    ['a part elsewhere', svg('<g>\n <use href="https://example.org/a.svg#b"/></g>'), '3:2 it draws what stands in'],
    ['a kind of picture within it', svg('<image href="data:image/gif;base64,R0lGODlh"/>'), '2:1 it holds a picture'],
    [
      'a piece of a web page',
      svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'),
      '2:1',
    ],
    ['another encoding', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" id="\xe9"/>', 'latin1'), 'encoding'],
  ])('%s', (_, bytes, reason) => {
    expect(why(bytes)).toContain(reason);
  });
});

/** The head of a PNG of 60,000 by 60,000 dots, whose sums are right. */
function hugePng(): Buffer {
  const side = [0, 0, 0xea, 0x60];
  const head = pngChunk('IHDR', Buffer.from([...side, ...side, 1, 0, 0, 0, 0]));
  return Buffer.concat([pngOf().subarray(0, 8), head, pngOf().subarray(33)]);
}

describe('an SVG as programs write it is read:', () => {
  test.each([
    [
      'Illustrator, with entities for namespaces',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://example.org/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;"><rect width="1" height="1"/></svg>`,
      '<rect width="1" height="1"/>',
    ],
    ['prefixes', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect width="1"/></s:svg>', '<rect width="1"/>'],
    ['no namespace', '<svg width="1"><rect width="1"/></svg>', 'xmlns="http://www.w3.org/2000/svg" width="1"><rect'],
    [
      'web pages with words instead',
      svg('<switch><foreignObject/><text>Well</text></switch>'),
      '<switch><text>Well</text></switch>',
    ],
    ['Latin-1', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${svg('<text>\xe9</text>')}`, 'latin1'), 'é'],
    ['UTF-16', Buffer.from(`\ufeff${svg('<text>é</text>')}`, 'utf16le'), 'é'],
    ['a mark at its start', `\ufeff${svg('<text>é</text>')}`, 'é'],
  ])('%s', (_, bytes, kept) => {
    expect(new TextDecoder().decode(cleaned(bytes).bytes)).toContain(kept);
  });
});
