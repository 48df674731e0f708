import type { Rule } from '../grammar.ts';
import { year } from './dates.ts';
import {
  anyOf,
  countScales,
  dash,
  digits,
  end,
  exactly,
  measures,
  scaleAfter,
  start,
  wordList,
} from './number-words.ts';

/** Words before a number that make it a name; a plural may be followed by several. */
const designators = wordList(`
  section, sec., article, art., chapter, ch., clause, paragraph, para., part, title, rule, page, p., line, column, row,
  figure, fig., table, box, annex, appendix, note, footnote, volume, vol., issue, no., nr., item, question,
  option, example, exhibit, step, stage, phase, level, tier, type, class, grade, group, category, scenario, lesson,
  resolution, res., executive order, order, act, law, directive, decree, protocol, treaty, amendment, proposition,
  public law, bill, case, docket, exercise, operation, unit, brigade, version, ver., release, build, revision, draft,
  port, error, code, status, route, highway, interstate, flight, gate, room, model, mark, boeing, airbus, apollo,
  fact sheet, sheet, channel, slide, day, week, bug, pull request, ticket, command
`);

/** The same, as they are written: bodies of law and of standards, and programs. */
const bodies = wordList(`
  UN, UNSC, UNSCR, S/RES, A/RES, PL, P.L., Pub. L., H.R., HR, S., S.J.Res., H.Res., EO, E.O., ISO, ISO/IEC, IEC, ANSI,
  IEEE, RFC, ECMA, EN, DIN, NIST, FIPS, CVE, ISBN, ISSN, PMID, DOI, WCAG, PDF, HTML, CSS, HTTP, TLS, SSL, BY, BY-SA,
  GPL, Unicode, UTS, Windows, Node, Node.js, Python, Java, Chrome, Firefox, Safari, Edge, IE, Internet Explorer
`);

/** Capitalised words that begin a sentence, a date or a sum, and name nothing with the number behind them. */
const plainCapitals = wordList(`
  The, A, An, In, On, At, By, Of, For, From, To, With, About, Over, Under, Around, Nearly, Almost, Some, Only, All,
  These, Those, This, That, Its, Their, His, Her, Our, Since, Until, Before, After, Between, During, Through, Than, And,
  Or, But, Up, Just, Another, Other, More, Most, Less, Fewer, Least, Roughly, Approximately, Exactly, Plus, Every, Each,
  Within, Across, Among, Is, Was, Are, Were, Has, Have, Had, If, When, January, February, March, April, May, June, July,
  August, September, October, November, December, Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sep, Sept, Oct, Nov, Dec, USD, EUR,
  GBP, NGN
`);

/** Words that follow a name and do not follow a count, since they are no nouns. */
const functionWords = wordList(`
  and, or, nor, but, as, is, was, are, were, has, have, had, will, would, can, may, must, should, does, do, did, to,
  with, for, on, in, at, by, from, of, the, an, a, that, which, who, when, while, until, than, if, so, then, only, also,
  not
`);

/** What follows a name and does not follow a count: the end of a phrase, or a word that is no noun. */
const follows = String.raw`(?=[.,;:)\]!?”’]|\s*$|\s*[(\[—–]|\s+${exactly(functionWords)}${end})`;

/** The letters of Latin-1 beyond ASCII. */
const accented = 'À-ÖØ-öø-ÿ';
const letter = `A-Za-z${accented}`;

const capital = String.raw`(?<![\w.])(?!${exactly(plainCapitals)}\s)[A-ZÀ-Þ][\w${accented}.&-]*[\w${accented}]`;
const version = String.raw`\d+(?:\.\d+)*(?:\.?[x*])?\+?`;
const numbered = String.raw`[A-Z]{0,2}\d+(?:[.:\/]\d+|[–-]\d+)*(?:\([a-z0-9]+\))*[a-z+]?${end}`;
const further = String.raw`(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+|${dash})${numbered})*`;

/** A figure with its unit or suffix written to it, or with a word after a hyphen: no name. */
const suffixed = String.raw`${digits}(?:(?:st|nd|rd|th|x|×|am|pm|${exactly([...measures, ...Object.keys(countScales)])})${end}|-(?:[a-z]{2,}|[a-z]${end}(?!\d))|[x×]\d|e[+-]?\d+${end})`;
/** A word before a hyphen and a figure that make no name: "pre-2020". */
const prefix = `(?i:pre|post|mid|early|late|non|sub|inter|over|under|to|of|in|by|and)[–-]`;

const url = String.raw`(?:[a-z][a-z+.-]+:\/\/|www\.)[^\s<>"“”\uFFFC]*[^\s<>"“”\uFFFC.,;:!?)\]'’]`;
const mail = String.raw`[\w.%+-]+@[\w-]+(?:\.[\w-]+)+`;
const phone = [
  String.raw`\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]\d{2,4}){1,4}${end}`,
  String.raw`(?<=(?<lead>\(|${start}))(?:\d{3}\)\s|\d{3}[.-])\d{3}[.-]\d{4}${end}`,
  String.raw`(?:1-)?800-[\dA-Z-]{7,8}${end}`,
].join('|');

/** Digits that count nothing. */
export const names: readonly Rule[] = [
  { kind: 'name', pattern: `${url}|${mail}` },
  { kind: 'name', pattern: phone },
  // 9/11 and 24/7 look like fractions, "50/50" and "20/20" like nothing that is counted.
  { kind: 'name', pattern: String.raw`(?:9\/11|24\/7|7\/7|50\/50|20\/20)(?![\d\/])` },
  { kind: 'name', pattern: String.raw`(?<=(?<lead>${start}(?i:pages?)\s+))\d+\s+of\s+\d+${end}` },
  {
    kind: 'name',
    pattern: String.raw`(?<=(?<lead>${start}(?:[a-z]+(?=type))?${anyOf([...designators, 'number'])}\s+(?:(?i:no\.|number)\s*)?#?))(?:[<>=~^]{1,2}\s?)?${numbered}`,
  },
  {
    kind: 'name',
    pattern: String.raw`(?<=(?<lead>${start}(?:${anyOf(designators.map(plural))}|(?i:pp\.))\s+))${numbered}${further}`,
  },
  {
    kind: 'name',
    pattern: String.raw`(?<=(?<lead>${start}${exactly(bodies)}[\s/]+(?:[<>=~^]+\s*)?))${version}(?:[–:.-]\d+)*${end}`,
  },
  { kind: 'name', pattern: String.raw`(?<=(?<lead>§{1,2}\s?))${numbered}${further}` },
  { kind: 'name', pattern: String.raw`#\d+${end}` },
  // A version: 1.2.3, v2, ^4.1, 2.x.
  {
    kind: 'name',
    pattern: String.raw`[<>=~^]{0,2}\s?(?:v\d+(?:\.\d+)*|\d+\.\d+\.\d+)[\w.+-]*${end}|\d+\.x${end}|\d+\.\d+\+(?!\w)`,
  },
  // Letters and digits in one token: A-29, COVID-19, UTF-8, H5N1, 3D.
  {
    kind: 'name',
    pattern: String.raw`(?!${suffixed})(?!${prefix})(?=[\w${accented}.\/:@&+#~%=?‐‑-]*[${letter}])(?:[${letter}_\/@][${letter}_.\/:@&+#~=?‐‑-]*\d|\d[\d.]*(?=[${letter}_]|-[A-Z]))(?:[\w${accented}.\/:@&+#~%=?‐‑-]*[\w${accented}+])?`,
  },
  // "UN 2480", "Source Serif 4": a capitalised word and a number that counts nothing behind it.
  {
    kind: 'name',
    pattern: String.raw`(?<=(?<lead>(?:${capital}\s+){0,2}${capital}\s+))(?!${year}${end})${version}(?![,.]?\d|%)${follows}`,
  },
  // "Bash 4.3", "Admin 0": no count is so written behind a name.
  {
    kind: 'name',
    pattern: String.raw`(?<=(?<lead>(?:${capital}\s+){0,2}${capital}\s+))(?:\d+(?:\.\d+)+|0)${end}(?!,?\d|\s?%|${scaleAfter}|\s+(?:percent|times|${exactly(measures)})${end})`,
  },
  // Numbers of a list within a sentence, and of notes.
  { kind: 'name', pattern: String.raw`(?<=[(\[])\d{1,2}(?=[)\]])` },
  // World War II, Article IV.
  {
    kind: 'name',
    pattern: String.raw`(?<=(?<lead>(?:${capital}\s+){0,2}${capital}\s+))(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{2,3})${end}`,
  },
];

function plural(designator: string): string {
  if (designator.endsWith('.')) return `${designator.slice(0, -1)}s.`;
  return designator.endsWith('x') ? `${designator.slice(0, -1)}ces` : `${designator}s`;
}
