import { expect, test } from 'vitest';
import { carryIdentities } from '../../../scripts/press/finish/identity/identities.ts';

const page = (body: string) => `<html lang="en"><body>${body}</body></html>`;
const carried = (body: string) => carryIdentities(page(body)).html.slice('<html lang="en"><body>'.length, -14);

test.each([
  [
    'an element that has no tag of its own',
    '<section id="a">x</section>',
    '<section lang="en-x-n1" id="a">x</section>',
  ],
  ['a role, which would break its tag', '<li role="doc-endnote" id=n1>x</li>', '<li lang="en-x-n1" id=n1>x</li>'],
  [
    'the language that it stands in',
    '<div lang="fr"><nav>x</nav></div>',
    '<div id="language-1" lang="fr"><nav lang="fr-x-n1">x</nav></div>',
  ],
  ['its own language', '<aside lang="ar">x</aside>', '<aside lang="ar-x-n1">x</aside>'],
  [
    'the language around again, after another',
    '<p lang="fr"><p>x</p></p><nav></nav>',
    '<p id="language-1" lang="fr"><p>x</p></p><nav lang="en-x-n1"></nav>',
  ],
  ['no tag that HTML has', '<p><em>x</em></p>', '<p><em>x</em></p>'],
  ['no other role', '<svg role="img" aria-label="a > b"></svg>', '<svg role="img" aria-label="a > b"></svg>'],
  ['no word of a comment', '<!-- <nav> -->', '<!-- <nav> -->'],
])('a language is printed in place of %s', (_, body, expected) => {
  expect(carried(body)).toBe(expected);
});

test('what is carried is found by the language that was printed', () => {
  const { identities } = carryIdentities(page('<nav role="doc-toc"></nav><section id="s" lang="fr"></section>'));
  expect([...identities]).toEqual([
    ['en-x-n1', { name: 'nav', role: 'doc-toc', id: undefined, language: undefined }],
    ['fr-x-n2', { name: 'section', role: undefined, id: 's', language: 'fr' }],
  ]);
});

test('the label of a link is carried, and not printed', () => {
  const body = '<a href="#n1" aria-label="Note 1 &ndash; of two">1</a>';
  expect(carried(body)).toBe('<a lang="en-x-n1" href="#n1">1</a>');
  expect(carryIdentities(page(body)).identities.get('en-x-n1')?.label).toBe('Note 1 – of two');
});

test.each([
  ['a &amp; b &#233;&#xe9;&nbsp;&ensp;&mdash;', 'a & b éé\u00a0\u2002—'],
  ['5 &lt; 6 & 7', '5 < 6 & 7'],
])('the running text has the characters of %j', (written, text) => {
  expect(carryIdentities(page(written)).text).toBe(text);
});

test.each(['&eacute;', '&#x110000;'])(
  '%s is refused, since its words would be missing in the running text',
  (written) => {
    expect(() => carryIdentities(page(`caf${written}`))).toThrow(`the page has "${written}"`);
  },
);

test.each([
  ['<span lang="fr">mot</span>', '<span id="language-1" lang="fr">mot</span>'],
  ['<span lang="fr" id="own">mot</span>', '<span lang="fr" id="own">mot</span>'],
])('words in another language have an id, so that their tag is not dropped: %s', (body, expected) => {
  expect(carried(body)).toBe(expected);
});

test('an empty cell has a space, so that its tag is not dropped', () => {
  expect(carried('<tr><td class="a"></td><th> </th><td>1</td></tr>')).toBe(
    '<tr><td class="a">&nbsp;</td><th>&nbsp;</th><td>1</td></tr>',
  );
});
