import { listed } from './listed.ts';

/** Words before a number that make it a name; a plural may be followed by several. */
export const designators = listed(`
  section, sec., article, art., chapter, ch., clause, paragraph, para., part, title, rule, page, p., line, column, row,
  figure, fig., table, box, annex, appendix, note, footnote, volume, vol., issue, no., nr., item, question,
  option, example, exhibit, step, stage, phase, level, tier, type, class, grade, group, category, scenario, lesson,
  resolution, res., executive order, order, act, law, directive, decree, protocol, treaty, amendment, proposition,
  public law, bill, case, docket, exercise, operation, unit, brigade, version, ver., release, build, revision, draft,
  port, error, code, status, route, highway, interstate, flight, gate, room, model, mark, boeing, airbus, apollo,
  fact sheet, sheet, channel, slide, day, week, bug, pull request, ticket, command
`);

/** The same, as they are written: bodies of law and of standards, and programs. */
export const bodies = listed(`
  UN, UNSC, UNSCR, S/RES, A/RES, PL, P.L., Pub. L., H.R., HR, S., S.J.Res., H.Res., EO, E.O., ISO, ISO/IEC, IEC, ANSI,
  IEEE, RFC, ECMA, EN, DIN, NIST, FIPS, CVE, ISBN, ISSN, PMID, DOI, WCAG, PDF, HTML, CSS, HTTP, TLS, SSL, BY, BY-SA,
  GPL, Unicode, UTS, Windows, Node, Node.js, Python, Java, Chrome, Firefox, Safari, Edge, IE, Internet Explorer
`);

/** Capitalised words that begin a sentence, a date or a sum, and name nothing with the number behind them. */
export const plainCapitals = listed(`
  The, A, An, In, On, At, By, Of, For, From, To, With, About, Over, Under, Around, Nearly, Almost, Some, Only, All,
  These, Those, This, That, Its, Their, His, Her, Our, Since, Until, Before, After, Between, During, Through, Than, And,
  Or, But, Up, Just, Another, Other, More, Most, Less, Fewer, Least, Roughly, Approximately, Exactly, Plus, Every, Each,
  Within, Across, Among, Is, Was, Are, Were, Has, Have, Had, If, When, January, February, March, April, May, June, July,
  August, September, October, November, December, Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sep, Sept, Oct, Nov, Dec, USD, EUR,
  GBP, NGN
`);

/** Words that follow a name and do not follow a count, since they are no nouns. */
export const functionWords = listed(`
  and, or, nor, but, as, is, was, are, were, has, have, had, will, would, can, may, must, should, does, do, did, to,
  with, for, on, in, at, by, from, of, the, an, a, that, which, who, when, while, until, than, if, so, then, only, also,
  not
`);
