import type { BlockContent, FootnoteDefinition, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';

/** Words and signs that mean something to markdown, to the press, or to both. */
const pieces = [
  ...['boat', 'Paper boats', 'U.S.', '1,277', '54%', '10:30', '1:2:3', 'a:b', 'fe80::1', '“ships”', 'don’t', 'naïve'],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    'snake_case',
    '`',
    '```',
    '~',
    '~~',
    '#',
    '# ',
    '## x',
    '>',
    '> ',
    '+',
    '- ',
    '--',
    '---',
    '===',
  ],
  ...[
    '1.',
    '2) ',
    '|',
    '||',
    '|---|',
    ':--',
    '\\',
    '\\*',
    '[',
    ']',
    '![',
    '](',
    '[x](y)',
    '![a](b)',
    '[^1]',
    '[^1]: z',
    '^[note]',
  ],
  ...[
    '[@source]',
    '[@a; @b, p. 3]',
    '(@well-book)',
    '@well-book',
    '[well-book]',
    '[see @well-book]',
    '<b>',
    '</b>',
    '<br>',
    '<!--',
    '-->',
  ],
  ...[
    '&amp;',
    '&',
    '&#35;',
    '&nbsp;',
    '<https://x.org>',
    'https://example.org/a_b*c',
    'www.example.org',
    'a@example.org',
    'javascript:x',
  ],
  ...[
    ':fact[dug-2024]',
    ':fact [x]',
    ':fact',
    ':claim[3]{fact=x}',
    '::chart[wells-dug]',
    '::chart',
    ':::',
    ':::callout[z]',
    '::',
    ':',
  ],
  ...[
    '{as=short}',
    '{{x}}',
    '{.a}',
    '$x$',
    '•',
    '· a',
    '◦',
    '\u00a0',
    '\u200b',
    '\u202f',
    '\u2028',
    '\t',
    '\n',
    '\n\n',
    '  \n',
    '    ',
  ],
  ...[
    '\u00ad',
    '\u2011',
    '₂',
    '⅓',
    '→',
    'e\u0301',
    '\u0301',
    '\u0000',
    '\u0007',
    '\u000b',
    '\u0085',
    '\ufeff',
    '\ufffd',
    '\ufffe',
    '\u202e',
  ],
  ...[
    'العربية',
    'עברית',
    '漢字',
    'ไทย',
    'বাংলা',
    'ሀገር',
    'Україна',
    '👩‍👩‍👧',
    '🇲🇱',
    '\u{1d400}',
    '\u{10fffd}',
    '\uf0b7',
    '\ud800',
  ],
];

/** Random numbers below a limit. */
export type Random = (below: number) => number;

/** Text of a few pieces, of characters from all planes, or one long word. */
export function randomText(random: Random): string {
  const kind = random(12);
  if (kind === 0) return 'x'.repeat(20 + random(300));
  if (kind === 1) return Array.from({ length: 1 + random(12) }, () => anyCharacter(random)).join('');
  return Array.from(
    { length: 1 + random(7) },
    () => `${pieces[random(pieces.length)]}${random(3) === 0 ? '' : ' '}`,
  ).join('');
}

function anyCharacter(random: Random): string {
  const highest = [0x80, 0x300, 0x2000, 0x3000, 0xffff, 0x1ffff, 0x10ffff][random(7)] ?? 0xffff;
  return String.fromCodePoint(random(highest + 1));
}

/** A text without the ends of lines, which importers make blanks of. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || 'x';
}

function headingOf(random: Random): PhrasingContent[] {
  const words: PhrasingContent[] = [{ type: 'text', value: `Part ${line(randomText(random))}` }];
  if (random(4) === 0) words.push({ type: 'footnoteReference', identifier: 'n1', label: 'n1' });
  if (random(4) === 0) words.push({ type: 'emphasis', children: [{ type: 'text', value: 'boats' }] });
  return words;
}

function phrasing(random: Random, depth = 0): PhrasingContent[] {
  return Array.from({ length: 1 + random(4) }, () => inline(random, depth));
}

function inline(random: Random, depth: number): PhrasingContent {
  const kind = random(depth > 2 ? 6 : 14);
  if (kind < 5) return { type: 'text', value: randomText(random) };
  if (kind === 5) return { type: 'inlineCode', value: line(randomText(random)) };
  if (kind === 6) return { type: 'break' };
  if (kind === 7) return { type: 'footnoteReference', identifier: 'n1', label: 'n1' };
  if (kind === 8) return { type: 'footnoteReference', identifier: 'n2', label: 'n2' };
  if (kind === 9) return { type: 'image', url: 'images/boat.png', alt: line(randomText(random)) };
  if (kind === 10) {
    const url = ['https://example.org/a', 'mailto:a@example.org', 'https://example.org/ä b(c)'][random(3)] ?? '';
    return { type: 'link', url, children: phrasing(random, 3) };
  }
  const type = (['emphasis', 'strong', 'delete'] as const)[random(3)] ?? 'emphasis';
  return { type, children: phrasing(random, depth + 1) };
}

function block(random: Random, depth: number): BlockContent {
  const kind = random(depth > 4 ? 5 : 11);
  if (kind < 4) return { type: 'paragraph', children: phrasing(random) };
  if (kind === 4) return { type: 'code', value: randomText(random) };
  if (kind === 5) return { type: 'blockquote', children: blocks(random, depth + 1) };
  if (kind === 6) return { type: 'thematicBreak' };
  if (kind === 7) return table(random);
  const ordered = random(2) === 0;
  return {
    type: 'list',
    ordered,
    start: ordered ? random(12) : null,
    spread: random(2) === 0,
    children: Array.from({ length: 1 + random(3) }, () => item(random, depth + 1)),
  };
}

function item(random: Random, depth: number): ListItem {
  return {
    type: 'listItem',
    spread: random(2) === 0,
    children: random(6) === 0 ? [] : blocks(random, depth),
    ...(random(6) === 0 ? { checked: random(2) === 0 } : {}),
  };
}

function table(random: Random): BlockContent {
  const columns = 1 + random(random(4) === 0 ? 12 : 4);
  const row = (): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: columns }, () => ({
      type: 'tableCell',
      children: random(5) === 0 ? [] : phrasing(random, 2),
    })),
  });
  return { type: 'table', children: Array.from({ length: 1 + random(4) }, row) };
}

function blocks(random: Random, depth: number): BlockContent[] {
  return Array.from({ length: 1 + random(3) }, () => block(random, depth));
}

/** A section as an importer may give it to be written: its heading, then anything, and the notes that it calls. */
export function randomSection(random: Random): Root {
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: `Title ${line(randomText(random))}` }] },
  ];
  for (let nth = random(5); nth >= 0; nth -= 1) {
    if (random(4) === 0) children.push({ type: 'heading', depth: 2, children: headingOf(random) });
    children.push(...blocks(random, 0));
  }
  const note = (label: string): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: blocks(random, 3),
  });
  return { type: 'root', children: [...children, note('n1'), note('n2')] };
}
