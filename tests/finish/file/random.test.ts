import { expect, test } from 'vitest';
import { parseContent } from '../../../scripts/press/finish/content/content-parser.ts';
import { readPages } from '../../../scripts/press/finish/content/pages.ts';
import { openLexer } from '../../../scripts/press/finish/file/lexer.ts';
import type { PdfObject } from '../../../scripts/press/finish/file/objects.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { parseObject } from '../../../scripts/press/finish/file/parser.ts';
import { openSerializer } from '../../../scripts/press/finish/file/serializer.ts';
import { writeFile } from '../../../scripts/press/finish/file/write-file.ts';
import { parseToUnicode } from '../../../scripts/press/finish/text/to-unicode.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';

/** The same numbers for the same seed, from 0 up to below a bound: a linear congruence, by its higher digits. */
function numbersFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * bound);
  };
}

function anyObject(next: (bound: number) => number, depth = 0): PdfObject {
  const bytes = () => String.fromCharCode(...Array.from({ length: next(12) }, () => next(256)));
  switch (next(depth > 4 ? 7 : 9)) {
    case 0:
      return null;
    case 1:
      return next(2) === 0;
    case 2:
      return next(2_147_483_648) * (next(2) === 0 ? 1 : -1);
    case 3:
      return (next(2_000_000_000) - 1_000_000_000) / 10 ** next(10);
    case 4:
      return `/${bytes().replaceAll('\0', '')}`;
    case 5:
      return { kind: 'string', bytes: bytes() };
    case 6:
      return { kind: 'reference', number: next(100_000) };
    case 7:
      return Array.from({ length: next(6) }, () => anyObject(next, depth + 1));
    default:
      return new Map(Array.from({ length: next(6) }, () => [`K${next(50)}`, anyObject(next, depth + 1)] as const));
  }
}

test('any object is read as it was written', () => {
  const next = numbersFrom(1);
  const serialize = openSerializer((number) => number);
  for (let round = 0; round < 2000; round += 1) {
    const object = anyObject(next);
    const bytes = Buffer.from(serialize(object), 'latin1');
    expect(parseObject(bytes, openLexer(bytes))).toEqual(object);
  }
});

/** Some bytes of it changed, or its end cut off. */
function damaged(bytes: Buffer, next: (bound: number) => number): Buffer {
  if (next(4) === 0) return bytes.subarray(0, next(bytes.length));
  const copy = Buffer.from(bytes);
  for (let change = 0; change <= next(4); change += 1) {
    const at = next(copy.length);
    copy[at] = next(3) === 0 ? next(256) : (copy[next(copy.length)] ?? 0);
  }
  return copy;
}

const content = Buffer.from(
  'q 1 0 0 1 5 5 cm /P <</MCID 0>>BDC BT /F1 9 Tf /Span<</ActualText (x)>>BDC <0001> Tj EMC [(a) -3] TJ ET EMC Q 0 0 9 9 re W n',
);
const table = Buffer.from(
  '2 beginbfchar <0001> <0061> <0002> <D83DDE42> endbfchar 1 beginbfrange <03> <09> <0041> endbfrange',
);
const file = handMadePdf({
  1: '<</Pages 2 0 R>>',
  2: '<</Kids [3 0 R] /Resources 5 0 R>>',
  3: '<</MediaBox [0 0 9 9] /Contents 4 0 R>>',
  4: handMadeStream(`${content} /X Do`),
  5: '<</XObject <</X 6 0 R>>>>',
  6: handMadeStream('/X Do', '/Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <</X 7 0 R>>>>'),
  7: handMadeStream('0 0 1 1 re f', '/Subtype /Form /BBox [0 0 1 1]'),
});

test.each<[string, Buffer, (bytes: Buffer) => unknown]>([
  ['content', content, parseContent],
  ['table of texts', table, parseToUnicode],
  ['file', file, (bytes) => readPages(openFile(bytes))],
  ['file that is written again', file, (bytes) => writeFile(openFile(bytes))],
])('a damaged %s is read, or refused in words', (_, whole, read) => {
  expect(() => read(whole)).not.toThrow();
  const next = numbersFrom(2);
  const others = new Set<string>();
  for (let round = 0; round < 1500; round += 1) {
    const bytes = damaged(whole, next);
    try {
      read(bytes);
    } catch (error) {
      for (let cause = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
        const isPlain = cause instanceof Error && cause.constructor === Error && cause.message !== '';
        if (!isPlain) others.add(String(cause));
      }
    }
  }
  expect([...others]).toEqual([]);
});
