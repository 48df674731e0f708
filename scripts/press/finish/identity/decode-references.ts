/** Those that people write; what a program writes has few of them. */
const named: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['nbsp', '\xa0'],
    ['shy', '\xad'],
    ['ensp', '\u2002'],
    ['emsp', '\u2003'],
    ['thinsp', '\u2009'],
    ['zwnj', '\u200c'],
    ['zwj', '\u200d'],
    ['lrm', '\u200e'],
    ['rlm', '\u200f'],
    ['ndash', '–'],
    ['mdash', '—'],
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['sbquo', '‚'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['bdquo', '„'],
    ['laquo', '«'],
    ['raquo', '»'],
    ['hellip', '…'],
    ['bull', '•'],
    ['middot', '·'],
    ['sect', '§'],
    ['para', '¶'],
    ['copy', '©'],
    ['reg', '®'],
    ['trade', '™'],
    ['deg', '°'],
    ['times', '×'],
    ['minus', '−'],
    ['euro', '€'],
    ['pound', '£'],
  ] as const),
]);

/**
 * A text of HTML in which characters stand for their references (HTML, 13.5), of which those by name are the usual ones of typography.
 *
 * @throws Error that quotes a reference by another name, or to no character
 */
export function decodeReferences(written: string): string {
  return written.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z][a-z0-9]*));/gi, (whole, hexadecimal, decimal, name) => {
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    const character = name ? named.get(name) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined) throw new Error(`the page has "${whole}": write the character itself`);
    return character;
  });
}
