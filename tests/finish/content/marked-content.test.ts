import { expect, test } from 'vitest';
import type { Unit } from '../../../scripts/press/finish/content/content.ts';
import { parseContent } from '../../../scripts/press/finish/content/content-parser.ts';
import { type Assignment, rewriteContent } from '../../../scripts/press/finish/content/marked-content.ts';

const runs = new Map(['P', 'H1', 'Figure'].map((name) => [name, { tag: name }]));

/**
 * Rewrites a stream: the units that are drawn in it are assigned, in their order, to "H1 2" (a run and a place in it),
 * "H1 line" (decoration of a run), "-" (an artifact) or "form".
 */
function rewritten(content: string, ...assigned: readonly string[]): string {
  const left = assigned.values();
  const assign = (_: Unit): Assignment => {
    const [name = '', place = '0'] = left.next().value?.split(' ') ?? [];
    const run = runs.get(name);
    const decoration = place === 'line' ? '<</Type /Layout>>' : undefined;
    const at = decoration ? 0 : Number(place);
    if (run) return { kind: 'content', run, first: at, last: at, decoration };
    return name === 'form' ? { kind: 'form' } : { kind: 'artifact', properties: '<</Type /Layout>>' };
  };
  const { bytes } = rewriteContent(parseContent(Buffer.from(content, 'latin1')), {
    assign,
    append: () => undefined,
    unmark: () => [],
  });
  return Buffer.from(bytes).toString('latin1');
}

test('marks of before give way to those of the assignment, and nothing else changes', () => {
  const before = '1 0 0 rg\n/NonStruct <</MCID 0 >>BDC\n0.10 0 1 1 re\nf\nEMC\n2 w';
  expect(rewritten(before, 'H1')).toBe('1 0 0 rg\n/H1<</MCID 0>>BDC\n0.10 0 1 1 re\nf\nEMC\n2 w');
});

test.each([
  ['q 1 0 0 1 0 0 cm/P<</MCID 0>>BDC\n0 0 1 1 re f EMC Q', 'cm\n0 0 1 1'],
  ['q 1 0 0 1 0 0 cm/P<</MCID 0>>BDC\n/P<</MCID 1>>BDC\n1 w 0 0 1 1 re f EMC EMC Q', 'cm\n1 w'],
])('a line stays where it alone parts two operators, in %j', (before, after) => {
  expect(rewritten(before, '-')).toContain(after);
});

test('neighbours of one kind share a mark, with the state that is set between them', () => {
  expect(rewritten('BT () Tj ET 1 g BT () Tj ET 0 0 1 1 re f', 'P 0', 'P 1', '-')).toBe(
    '/P<</MCID 0>>BDC\nBT () Tj ET 1 g BT () Tj ET\nEMC /Artifact <</Type /Layout>>BDC\n0 0 1 1 re f\nEMC',
  );
});

test('what is painted against the reading order is marked in parts', () => {
  expect(rewritten('BT () Tj ET BT () Tj ET', 'P 1', 'P 0')).toBe(
    '/P<</MCID 0>>BDC\nBT () Tj ET\nEMC /P<</MCID 1>>BDC\nBT () Tj ET\nEMC',
  );
});

test('a part that is painted elsewhere stays between those that it is read between', () => {
  expect(rewritten('BT () Tj ET BT () Tj ET BT () Tj ET', 'P 0', 'P 2', 'P 1').match(/BDC/g)).toHaveLength(3);
});

test('a mark takes in whole groups and never a part of one', () => {
  expect(rewritten('q BT () Tj ET Q q BT () Tj ET Q', 'P 0', 'P 1')).toBe(
    '/P<</MCID 0>>BDC\nq BT () Tj ET Q q BT () Tj ET Q\nEMC',
  );
  expect(rewritten('BT () Tj ET q BT () Tj ET BT () Tj ET Q', 'P 0', 'P 1', 'H1')).toBe(
    '/P<</MCID 0>>BDC\nBT () Tj ET\nEMC q /P<</MCID 1>>BDC\nBT () Tj ET\nEMC /H1<</MCID 2>>BDC\nBT () Tj ET\nEMC Q',
  );
});

test('a form that marks its own content stands in no mark', () => {
  expect(rewritten('BT () Tj ET /X Do BT () Tj ET', 'P 0', 'form', 'P 1')).toBe(
    '/P<</MCID 0>>BDC\nBT () Tj ET\nEMC /X Do /P<</MCID 1>>BDC\nBT () Tj ET\nEMC',
  );
});

test('a mark that reached over the end of a group is closed within it', () => {
  const before = 'q\n/P <</MCID 4>>BDC\nBT () Tj ET\nQ\nEMC\n';
  expect(rewritten(before, 'P')).toBe('/P<</MCID 0>>BDC\nq\nBT () Tj ET\nQ\nEMC\n');
});

test('an underline is marked with the text that it is under, or as an artifact where that is elsewhere', () => {
  expect(rewritten('0 0 9 1 re f BT () Tj ET', 'P line', 'P 1')).toBe(
    '/P<</MCID 0>>BDC\n0 0 9 1 re f BT () Tj ET\nEMC',
  );
  expect(rewritten('q 0 0 9 1 re f Q q BT () Tj ET BT () Tj ET Q', 'P line', 'P 1', 'H1')).toBe(
    '/Artifact <</Type /Layout>>BDC\nq 0 0 9 1 re f Q\nEMC q /P<</MCID 0>>BDC\nBT () Tj ET\nEMC /H1<</MCID 1>>BDC\nBT () Tj ET\nEMC Q',
  );
});

test('a text object shows what is appended to it at its end', () => {
  const content = parseContent(Buffer.from('BT () Tj ET 0 0 1 1 re f'));
  const artifact: Assignment = { kind: 'artifact', properties: '<</Type /Layout>>' };
  const append = ({ paint }: Unit) => (paint === 'text' ? '<0003>' : undefined);
  const { bytes } = rewriteContent(content, { assign: () => artifact, append, unmark: () => [] });
  expect(Buffer.from(bytes).toString()).toContain('BT () Tj <0003> Tj\nET 0 0 1 1 re f');
});

test('marks within a text object go where they are not needed any more', () => {
  const stream = 'BT /Span<</ActualText (x)>> BDC () Tj EMC ET';
  const [begin, end] = ['/Span<</ActualText (x)>> BDC', 'EMC'].map((mark) => {
    const start = stream.indexOf(mark);
    return { start, end: start + mark.length };
  });
  const artifact: Assignment = { kind: 'artifact', properties: '<</Type /Layout>>' };
  const unmark = () => (begin && end ? [begin, end] : []);
  const plan = { assign: () => artifact, append: () => undefined, unmark };
  expect(Buffer.from(rewriteContent(parseContent(Buffer.from(stream)), plan).bytes).toString()).toContain(
    'BT  () Tj  ET',
  );
});

test('the runs of the marks are told in the order of their numbers', () => {
  const content = parseContent(Buffer.from('BT () Tj ET 0 0 1 1 re f BT () Tj ET'));
  const assigned = ['H1', 'P', 'H1'].map((name) => runs.get(name) ?? { tag: '' }).values();
  const assign = (): Assignment => ({
    kind: 'content',
    first: 7,
    last: 7,
    decoration: undefined,
    run: assigned.next().value ?? { tag: '' },
  });
  const { sequences } = rewriteContent(content, { assign, append: () => undefined, unmark: () => [] });
  expect(sequences.map(({ run, place }) => `${run.tag} ${place}`)).toEqual(['H1 7', 'P 7', 'H1 7']);
});
