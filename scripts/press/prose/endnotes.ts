import type { ElementContent } from 'hast';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';
import type { Source } from '../read/schemas/sources.ts';
import { isEditionItself } from '../read/sources.ts';
import { formatCitation } from './chicago-style.ts';
import type { CitedSource } from './citations.ts';
import { element, words } from './elements.ts';
import type { Note, Phrasing } from './prose.ts';

/** The endnotes of an edition while it is written: one sequence in reading order. */
export interface Endnotes {
  /**
   * The mark that calls a note which its author wrote. Its first call gives the note the next number.
   *
   * @param key what no other note of the edition has
   * @param body the words of the note. They are written after the number is taken, since what they cite counts as cited
   *   from there on.
   */
  call(key: string, body: () => Phrasing, place: Place): ElementContent;
  /**
   * Cites sources: by a note and the mark that calls it, or, within a note, in words and parentheses. Nothing where no
   * source is known.
   */
  cite(sources: readonly CitedSource[], place: Place): ElementContent[];
  /**
   * The sources under a chart or table: each house once, with the calls of the notes on what it published. A source that
   * a note cites already is not given another.
   */
  sourceLine(named: readonly NamedSource[]): Phrasing;
  /** Whether the body of a note is being written now: what it cites stands in it in words. */
  isInNote(): boolean;
  /** The notes so far. */
  notes(): readonly Note[];
}

/** A source by its id, and where it is named. */
export interface NamedSource {
  readonly id: string;
  readonly place: Place;
}

/** The id of a note. */
export const noteId = (number: number) => `note-${number}`;
/** The id of the first call of a note. */
export const noteCallId = (number: number) => `note-call-${number}`;

/** The endnotes of an edition before its first word is written. */
export function openEndnotes(edition: Edition, report: Report): Endnotes {
  const notes = openNotes(edition, report);
  /** Sources that are cited already: from then on they are cited in short. */
  const cited = new Set<string>();
  /** The notes that cite a source alone and whole, by its id. */
  const alone = new Map<string, number>();
  return { call: notes.call, cite, sourceLine, isInNote: notes.isInNote, notes: notes.all };

  function cite(sources: readonly CitedSource[], place: Place): ElementContent[] {
    const known = sources.flatMap(({ id, locator }) => {
      const source = findSource(id, place, edition, report);
      return source ? [{ source, locator }] : [];
    });
    const [only] = known;
    if (!only) return [];
    if (notes.isInNote()) return [words(' ('), ...citations(known), words(')')];
    if (known.length === 1 && only.locator === undefined && !alone.has(only.source.id)) {
      alone.set(only.source.id, notes.next());
    }
    return [notes.add(() => stopped(citations(known)), place)];
  }

  function citations(known: readonly { source: Source; locator: string | undefined }[]): Phrasing {
    return known.flatMap(({ source, locator }, index): readonly ElementContent[] => {
      const form = cited.has(source.id) ? 'short' : 'full';
      cited.add(source.id);
      const style = { form, language: edition.language, labels: edition.labels.value } as const;
      const citation = formatCitation(source, locator === undefined ? style : { ...style, locator });
      return [...(index > 0 ? [words('; ')] : []), fromRecord(source, citation)];
    });
  }

  function sourceLine(named: readonly NamedSource[]): Phrasing {
    const [first] = named;
    if (!first) return [];
    const sources = named.flatMap(({ id, place }) => findSource(id, place, edition, report) ?? []);
    const houses = [...Map.groupBy(sources, nameOf)];
    return houses.flatMap(([name, published], index): readonly ElementContent[] => [
      ...(index > 0 ? [words('; ')] : []),
      ...published.slice(0, 1).map((source) => fromRecord(source, [words(name)])),
      ...callsOf(published, first.place),
    ]);
  }

  /** The calls of the notes on what one house published: of notes that are there by their numbers, then of new ones. */
  function callsOf(published: readonly Source[], place: Place): Phrasing {
    const numberOf = ({ id }: Source) => alone.get(id) ?? Number.MAX_SAFE_INTEGER;
    const ordered = published.toSorted((one, other) => numberOf(one) - numberOf(other));
    return ordered.flatMap(({ id }, nth) => {
      const number = alone.get(id);
      const calls = number === undefined ? cite([{ id }], place) : [notes.again(number)];
      return nth > 0 ? [callSeparator, ...calls] : calls;
    });
  }
}

/** Notes with their numbers, and the marks that call them. */
function openNotes({ labels, meta }: Edition, report: Report) {
  const notes: Note[] = [];
  const numbers = new Map<string, number>();
  let isWriting = false;
  return { call, add, again: (number: number) => mark(number, {}), next, isInNote: () => isWriting, all: () => notes };

  /** The number of the note that is added next. */
  function next(): number {
    return notes.length + 1;
  }

  function call(key: string, body: () => Phrasing, place: Place): ElementContent {
    const number = numbers.get(key);
    if (number !== undefined) return mark(number, {});
    numbers.set(key, next());
    return add(body, place);
  }

  /** Adds a note and gives the mark that calls it. */
  function add(body: () => Phrasing, place: Place): ElementContent {
    const number = next();
    notes.push({ number, body: [], place });
    isWriting = true;
    notes[number - 1] = { number, body: body(), place };
    isWriting = false;
    return mark(number, { id: noteCallId(number) });
  }

  function mark(number: number, id: { readonly id?: string }): ElementContent {
    const label = fillLabel(labels, 'note-call', { number: String(number) }, meta.at(), report);
    const properties = { href: `#${noteId(number)}`, role: 'doc-noteref', ...id, ariaLabel: label };
    return raised([element('a', properties, [words(String(number))])]);
  }
}

/** Stands between two calls that follow each other, so that 1 and 2 are not read as 12. */
const callSeparator: ElementContent = raised([words(', ')]);

function raised(children: readonly ElementContent[]): ElementContent {
  return element('sup', { className: ['note-call'] }, children);
}

/** With a full stop, which goes inside quotation marks (CMOS 6.9). */
function stopped(phrasing: Phrasing): Phrasing {
  const last = phrasing.at(-1);
  if (last?.type === 'text' && last.value.endsWith('”')) {
    return [...phrasing.slice(0, -1), words(`${last.value.slice(0, -1)}.”`)];
  }
  if (last?.type === 'element' && 'dataCites' in last.properties) {
    return [...phrasing.slice(0, -1), { ...last, children: [...stopped(last.children)] }];
  }
  return [...phrasing, words('.')];
}

/** Words of a bibliographic record, marked with its name. */
function fromRecord({ id }: Source, phrasing: Phrasing): ElementContent {
  return element('span', { dataCites: id }, phrasing);
}

/** Who says it: by its short name or as publisher where there is one, since a figure is trusted by the house that stands behind it. */
function nameOf(source: Source): string {
  const author = source.author?.map((person) => ('literal' in person ? person.literal : person.family)).join(', ');
  return source['short-author'] ?? source.publisher ?? source['container-title'] ?? author ?? source.title;
}

function findSource(id: string, place: Place, edition: Edition, report: Report): Source | undefined {
  const { sources, broken } = edition;
  const source = sources.get(id)?.value;
  if (!source && !broken.has(`source ${id}`)) {
    report({
      rule: 'source-unknown',
      place,
      message: `unknown source "${id}"`,
      cure: didYouMean(id, sources.keys(), 'sources'),
    });
  }
  return source && isNamedForItself(source, place, edition, report) ? undefined : source;
}

/**
 * Whether a source is the very edition that names it: readers hold it in their hands, so nothing is printed. Only a
 * reconstruction cites the edition that it stands for.
 */
function isNamedForItself(source: Source, place: Place, edition: Edition, report: Report): boolean {
  const { status } = edition.meta.value;
  if (status === 'reconstruction' || !isEditionItself(source, edition)) return false;
  if (status === 'final') {
    report({
      rule: 'source-itself',
      place,
      message: `this final edition cites itself: the source "${source.id}" has its title`,
      cure: 'cite what the figures come from, or take the citation out',
    });
  }
  return true;
}
