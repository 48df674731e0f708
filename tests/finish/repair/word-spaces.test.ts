import { expect, test } from 'vitest';
import { separateWords } from '../../../scripts/press/finish/repair/word-spaces.ts';
import type { Element, Kid } from '../../../scripts/press/finish/structure/element.ts';
import { foldText } from '../../../scripts/press/finish/text/folded-text.ts';
import type { UnitReader } from '../../../scripts/press/finish/text/text-reader.ts';
import { picture, shown, tag, tagged, textOf } from '../tags.ts';

/** The texts of a document after which a space is missing, when the page says this. */
function missing(page: string, ...kids: readonly Kid[]): readonly string[] {
  const document = tag('Document', ...kids);
  const texts = new Map(marksOf(document).map((mark) => [mark.units[0], textOf(mark)]));
  const read: UnitReader = (_, unit) => shown(texts.get(unit) ?? '');
  return [...separateWords(document, foldText(page), read)].map((unit) => texts.get(unit) ?? '');
}

function marksOf(element: Element): readonly Parameters<typeof textOf>[0][] {
  return element.kids.flatMap((kid) =>
    kid.kind === 'element' ? marksOf(kid) : kid.kind === 'content' ? [kid.mark] : [],
  );
}

test.each([
  ['lines of a paragraph', 'all these words', [tag('P', 'all these', 'words')], ['all these']],
  ['lines that are set in other letters', 'Security\n and aid', [tag('P', 'SECURITY', 'AND AID')], ['SECURITY']],
  ['words of several tags', 'so <they> say', [tag('P', 'so', tag('Em', '<they>'), 'say')], ['so', '<they>']],
  ['spaces that are painted', 'all these words', [tag('P', 'all these ', 'words')], []],
  ['lines that break within a word', 'https://example.org', [tag('P', 'https://', 'example', '.org')], []],
  ['lines that break at a soft hyphen', 'presi\xaddent now', [tag('P', 'presi\xad', 'dent now')], []],
  ['blocks', 'one two', [tag('P', 'one'), tag('P', 'two')], []],
  ['what the page does not say', 'one two', [tag('P', '1.', 'one', 'two')], ['one']],
  [
    'text after a picture',
    'seen two words',
    [tag('P', 'seen'), tagged(tag('Figure', 'label', picture()), { alt: 'x' }), tag('P', 'two', 'words')],
    ['two'],
  ],
  ['capitals of Turkish', 'istanbul ilk\nsatır sonu', [tag('P', 'İSTANBUL İLK', 'SATIR SONU')], ['İSTANBUL İLK']],
  [
    'letters whose accents stand apart',
    'cafe\u0301 noir\nau lait',
    [tag('P', 'cafe', '\u0301 noir', 'au lait')],
    ['\u0301 noir'],
  ],
  ['accents at the end of a line', 'cafe\u0301\nnoir', [tag('P', 'cafe', '\u0301', 'noir')], ['\u0301']],
  ['syllables in parts', '\u1100\u1161 ab\ncd', [tag('P', '\u1100', '\u1161 ab', 'cd')], ['\u1161 ab']],
  [
    'entries with a label that the text has further on',
    'these lines\ngo on. Repeat Step 3: again.',
    [tag('L', tag('LI', tag('Lbl', 'Step 3: '), tag('LBody', tag('P', 'these lines', 'go on.'))))],
    ['these lines'],
  ],
  ['text after what is not printed', 'hidden words. Then some text', [tag('P', 'then some', 'text')], ['then some']],
])('spaces between words are found in %s', (_, page, kids, expected) => {
  expect(missing(page, ...kids)).toEqual(expected);
});
