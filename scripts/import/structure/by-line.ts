/** A person whom a manuscript names as one of its authors. */
export interface Contributor {
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
}

/** A partner organisation of a series, as series.yaml names it. */
export interface KnownPartner {
  readonly name: string;
  readonly short_name?: string | undefined;
}

/** What a line that names the authors of a manuscript says. */
export type ByLine =
  | { readonly kind: 'people'; readonly people: readonly Contributor[] }
  | { readonly kind: 'partners'; readonly partners: readonly string[] }
  /** It begins like a by-line and names somebody, but not all in it are known to be people or organisations. */
  | { readonly kind: 'unsure' }
  | { readonly kind: 'none' };

const person =
  /^(?:(?:Dr|Prof|Mr|Ms|Mrs|Amb)\.? )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|al|ag|bin|da|de|den|der|di|dos|du|el|la|le|ould|ten|van|von)){1,5}$/u;
const degree = /^(?:Ph\.? ?D|M\.?A|M\.?D|J\.?D|M\.?Sc|LL\.?M|MPH|MPP|Esq)\.?$/;
const roles =
  /\b(advis[eo]r|analyst|assistant|associate|author|co-?author|consultant|coordinator|director|editor|fellow|head|intern|lead|manager|officer|president|professor|research(er)?|scholar|specialist|student|writer)s?\b/i;
const organisation =
  /\b(academy|agency|alliance|association|board|bureau|cent(er|re)|coalition|college|commission|committee|consortium|council|department|federation|forum|foundation|fund|group|initiative|institut[eo]?|international|laboratory|ministry|monitor|network|observatory|office|organi[sz]ation|programme|project|school|service|society|trust|union|universit\p{L}+|watch|partnership|fondation|conseil|association|réseau|centro|fundación|stiftung)s?\b/iu;
const acronym = /^(?:\p{Lu}{2,10}|\p{Lu}\p{Ll}+\p{Lu}\p{L}+)$/u;
const byWords =
  /^\s*(?:By|Written by|Prepared by|Authors?|Author\(s\)|Contributors?|A (?:report|factsheet|fact sheet|publication) (?:by|of))\s*:?\s+(?=\S)/iu;

/** Whether a word or a name stands for an organisation by its own words: University, Institute, Center … */
function isOrganisation(name: string): boolean {
  return organisation.test(name) && !/[.!?]\s/u.test(name) && /^[\p{Lu}\d“"]|^the\s/u.test(name);
}

/**
 * Reads a line such as “By Ada Notareal and Ben Madeup” or “By University One, Institute Two and Organisation Three”.
 *
 * @param known the partners of the series, which are organisations whatever their names are
 */
export function readByLine(line: string, known: readonly KnownPartner[]): ByLine {
  const words = plain(line);
  const start = byWords.exec(words)?.[0];
  if (start === undefined || words.length > 400) return { kind: 'none' };
  const names = words.slice(start.length).replace(/\.$/u, '');
  const partners = partnersIn(names, known);
  if (partners) return { kind: 'partners', partners };
  const people = peopleIn(names, known);
  if (people) return { kind: 'people', people };
  // “By June 2031 the boats were gone” is a sentence.
  const parts = partsOf(names);
  const named = parts.some((name) => isPerson(name) || isOrganisation(name));
  return named && parts.every((name) => name.split(' ').length <= 9) && !/[.!?]$/u.test(words)
    ? { kind: 'unsure' }
    : { kind: 'none' };
}

/** The people of a line that holds nothing but names; undefined where it says anything else. */
export function peopleIn(names: string, known: readonly KnownPartner[] = []): readonly Contributor[] | undefined {
  const bracketed = /^(?:[^()]+\([^()]+\)(?:\s*(?:,|;|and|&)\s*)*)+$/u.test(names);
  if (bracketed) {
    const entries = [...names.matchAll(/([^()]+)\(([^()]+)\)/gu)].map(([, name = '', place = '']) =>
      contributorsIn(`${name.replace(/^\s*(?:,|;|and\b|&)+\s*/u, '').trim()}, ${place}`),
    );
    return entries.every((people) => people.length > 0) ? entries.flat() : undefined;
  }
  const isPlace = (name: string) => isOrganisation(name) || known.some((one) => isNamed(one, name));
  const found: Contributor[] = [];
  for (const name of partsOf(names)) {
    const before = found.at(-1);
    if (isPerson(name) && !isPlace(name)) found.push({ name });
    // “Ada Notareal, Institute Two”: of one person alone it is certain whose it is.
    else if (before && isPlace(name) && before.organisation === undefined && unplaced(found) === 1)
      found[found.length - 1] = { ...before, organisation: name };
    else return undefined;
  }
  return found.length > 0 ? found : undefined;
}

function unplaced(people: readonly Contributor[]): number {
  return people.filter((one) => one.organisation === undefined).length;
}

/** The organisations of a line that holds nothing but their names. */
function partnersIn(names: string, known: readonly KnownPartner[]): readonly string[] | undefined {
  const parts = organisationParts(names, known).map((name) => name.replace(/^the\s/iu, ''));
  const isKnown = (name: string) => known.some((partner) => isNamed(partner, name));
  const sure = parts.filter((name) => isKnown(name) || isOrganisation(name));
  // A short name among organisations is one of them, as in “University One and ORG”.
  const all = parts.every((name) => sure.includes(name) || acronym.test(name));
  return sure.length > 0 && all ? parts : undefined;
}

/** Whether a name is that of a partner: its full name, its short one, or the part of its full name before or after a comma. */
function isNamed({ name, short_name }: KnownPartner, written: string): boolean {
  const key = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/^ ?the /u, '')
      .trim();
  return [name, short_name ?? name, ...name.split(/,\s*/u)].some((one) => key(one) === key(written));
}

/**
 * The names of a line of organisations. A name may hold “and” (Institute for Peace and War) or a comma: what a known partner is
 * called stays whole, and “and” parts only two that are organisations each.
 */
function organisationParts(names: string, known: readonly KnownPartner[]): readonly string[] {
  const whole = known.map(({ name }) => name).filter((name) => names.includes(name));
  const kept = whole.reduce((text, name, index) => text.replace(name, `\uE000${index}\uE001`), names);
  const parts = kept
    .split(/\s*[,;]\s*(?:and\s+|&\s*)?/u)
    .flatMap((part) => partAtAnd(part.trim()))
    .filter((part) => part !== '');
  return parts.map((part) => part.replace(/\uE000(\d+)\uE001/gu, (_, index: string) => whole[Number(index)] ?? ''));
}

function partAtAnd(part: string): readonly string[] {
  const isName = (name: string) =>
    isOrganisation(name) || acronym.test(name.replace(/^the\s/iu, '')) || /^\uE000\d+\uE001$/u.test(name);
  for (const { index, 0: and } of part.matchAll(/\s+(?:and|&)\s+/gu)) {
    const before = part.slice(0, index);
    const after = partAtAnd(part.slice(index + and.length));
    if (isName(before) && after.every(isName)) return [before, ...after];
  }
  return [part];
}

function partsOf(names: string): readonly string[] {
  return names.split(/\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s*&\s*)/u).filter((name) => name !== '');
}

function isPerson(name: string): boolean {
  return person.test(name);
}

/** Verbs with which organisations and authors thank. */
export const thanks =
  /\b(?:(?:would|should) like to (?:thank|acknowledge|express)|wish(?:es)? to (?:thank|acknowledge|express)|(?:is|are) (?:deeply |very |especially )?(?:grateful|thankful|indebted)|(?:gratefully |sincerely )?(?:thanks?|acknowledges?)\b(?= (?:all|the|our|their|those|for|everyone|\p{Lu})))/u;

/** The people of an entry such as “Ada Notareal, Lead author, Institute Two” or “Ada Notareal (Institute Two, Fellow)”. */
export function contributorsIn(text: string): readonly Contributor[] {
  const line = plain(text).replace(/\.$/, '');
  const parts = line.replace(/\s*\(([^()]*)\)$/u, ', $1').split(/[,;]\s+|\s+[–—]\s+/u);
  const [first = '', ...more] = parts;
  const degrees = more.findIndex((part) => !degree.test(part.trim()));
  const rest = more.slice(Math.max(0, degrees)).filter((part) => !degree.test(part));
  const titles = more.slice(0, Math.max(0, degrees));
  const names = first.split(/\s+(?:and|&)\s+/u);
  if (rest.length === 0 || !names.every(isPerson)) return [];
  const place = placeIn(rest);
  return names.map((name) => ({ name: [name, ...titles].join(', '), ...place }));
}

/** Role and organisation, in either order: the part that speaks of a role is the role, with what specifies it. */
function placeIn(parts: readonly string[]): Omit<Contributor, 'name'> {
  // What runs into thanks is no name of an organisation.
  const own = parts.slice(0, parts.findIndex((part) => thanks.test(part)) >>> 0);
  const at = own.findIndex((part) => roles.test(part) && !(isOrganisation(part) && !/\bat\b|\bof\b/.test(part)));
  const [one, ...more] = own;
  if (one === undefined) return {};
  if (at > 0) return { role: own.slice(at).join(', '), organisation: own.slice(0, at).join(', ') };
  if (more.length === 0) return at === 0 ? { role: one } : { organisation: one };
  const from = Math.max(
    1,
    own.findIndex((part, index) => index > 0 && isOrganisation(part)),
  );
  return { role: own.slice(0, from).join(', '), organisation: own.slice(from).join(', ') };
}

/** Whether a role is one that people have who write: a farmer or a herder in a list is somebody whom the text tells of. */
export function isWritersRole(role: string | undefined): boolean {
  return role !== undefined && roles.test(role);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * The day, month or year that a line gives and nothing else: “June 15, 2031”, “15 June 2031”, “2031-06-15”.
 *
 * @param language whose names of months are read, besides those of English
 * @returns the date as edition.yaml has it: 2031-06-15, 2031-06
 */
export function dateOf(line: string, language: string): string | undefined {
  const words = line
    .replace(/[\s,]+/gu, ' ')
    .replace(/^ ?(?:Published|Publication date|Date|Released)(?: on)?:? /iu, '')
    .replace(/(\d)(?:st|nd|rd|th|er|\.)(?= )/u, '$1')
    .trim();
  if (/^(?:19|20)\d\d$/.test(words)) return words;
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T[\d:.]+Z?)?$/.exec(words);
  if (iso) return validDate(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  const match = /^(?:(\d{1,2}) )?(?:de )?(\p{L}+)\.?(?: (?:de )?(\d{1,2}))? (?:de )?(\d{4})$/u.exec(words);
  const [, before, month = '', after, year] = match ?? [];
  if (year === undefined || (before && after)) return undefined;
  const number = monthNumber(month, language);
  const day = before ?? after;
  return number === 0 ? undefined : validDate(Number(year), number, day === undefined ? undefined : Number(day));
}

function monthNumber(month: string, language: string): number {
  const names = (of: string, form: 'long' | 'short') =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(of, { month: form, day: 'numeric', timeZone: 'UTC' })
        .formatToParts(Date.UTC(2000, index, 15))
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, ''),
    );
  const name = month.toLowerCase();
  const lists = [language, 'en'].flatMap((of) => [names(of, 'long'), names(of, 'short')]);
  return Math.max(0, ...lists.map((list) => list.indexOf(name) + 1));
}

function validDate(year: number, month: number, day: number | undefined): string | undefined {
  const padded = (part: number) => String(part).padStart(2, '0');
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${padded(month)}`;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? `${year}-${padded(month)}-${padded(day)}` : undefined;
}
