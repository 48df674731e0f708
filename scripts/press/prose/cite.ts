import type { ElementContent } from 'hast';
import type { Place } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Source } from '../read/schemas/sources.ts';
import { isEditionItself } from '../read/sources.ts';
import { formatCitation } from './citation.ts';
import type { ProseContext } from './context.ts';
import { callSeparator } from './note-book.ts';
import type { Phrasing } from './prose.ts';
import type { CitedSource } from './split-text.ts';

/**
 * Cites sources: by a note and the mark that calls it, or, within a note, in words and parentheses. Nothing where no
 * source is known.
 */
export function cite(sources: readonly CitedSource[], place: Place, context: ProseContext): ElementContent[] {
  const known = sources.flatMap(({ id, locator }) => {
    const source = findSource(id, place, context);
    return source ? [{ source, locator }] : [];
  });
  const [only] = known;
  if (!only) return [];
  const { notes } = context;
  if (notes.writing) return [words(' ('), ...citations(known, context), words(')')];
  if (known.length === 1 && only.locator === undefined && notes.noteOf(only.source.id) === undefined) {
    notes.remember(only.source.id, notes.nextNumber);
  }
  return [notes.add(() => stopped(citations(known, context)), place)];
}

/** A source by its id, and where it is named. */
export interface NamedSource {
  readonly id: string;
  readonly place: Place;
}

/**
 * The sources under a chart or table: each house once, with the calls of the notes on what it published. A source that
 * a note cites already is not given another.
 */
export function sourceLine(named: readonly NamedSource[], context: ProseContext): Phrasing {
  const [first] = named;
  if (!first) return [];
  const sources = named.flatMap(({ id, place }) => findSource(id, place, context) ?? []);
  const houses = [...Map.groupBy(sources, nameOf)];
  return houses.flatMap(([name, published], index): readonly ElementContent[] => [
    ...(index > 0 ? [words('; ')] : []),
    ...published.slice(0, 1).map((source) => fromRecord(source, [words(name)])),
    ...callsOf(published, first.place, context),
  ]);
}

/** The calls of the notes on what one house published: of notes that are there by their numbers, then of new ones. */
function callsOf(published: readonly Source[], place: Place, context: ProseContext): Phrasing {
  const { notes } = context;
  const numberOf = ({ id }: Source) => notes.noteOf(id) ?? Number.MAX_SAFE_INTEGER;
  const ordered = published.toSorted((one, other) => numberOf(one) - numberOf(other));
  return ordered.flatMap(({ id }, nth) => {
    const number = notes.noteOf(id);
    const calls = number === undefined ? cite([{ id }], place, context) : [notes.again(number)];
    return nth > 0 ? [callSeparator, ...calls] : calls;
  });
}

function citations(known: readonly { source: Source; locator: string | undefined }[], context: ProseContext): Phrasing {
  const { edition, notes } = context;
  return known.flatMap(({ source, locator }, index): readonly ElementContent[] => [
    ...(index > 0 ? [words('; ')] : []),
    fromRecord(
      source,
      formatCitation(source, {
        form: notes.firstCitation(source.id) ? 'full' : 'short',
        ...(locator === undefined ? {} : { locator }),
        language: edition.language,
        labels: edition.labels.value,
      }),
    ),
  ]);
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
  return { type: 'element', tagName: 'span', properties: { dataCites: id }, children: [...phrasing] };
}

function words(value: string): ElementContent {
  return { type: 'text', value };
}

/** Who says it: by its short name or as publisher where there is one, since a figure is trusted by the house that stands behind it. */
function nameOf(source: Source): string {
  const author = source.author?.map((person) => ('literal' in person ? person.literal : person.family)).join(', ');
  return source['short-author'] ?? source.publisher ?? source['container-title'] ?? author ?? source.title;
}

function findSource(id: string, place: Place, context: ProseContext): Source | undefined {
  const { sources, broken } = context.edition;
  const source = sources.get(id)?.value;
  if (!source && !broken.has(`source ${id}`)) {
    context.report({
      rule: 'source-unknown',
      place,
      message: `unknown source "${id}"`,
      cure: didYouMean(id, sources.keys(), 'sources'),
    });
  }
  return source && isNamedForItself(source, place, context) ? undefined : source;
}

/**
 * Whether a source is the very edition that names it: readers hold it in their hands, so nothing is printed. Only a
 * reconstruction cites the edition that it stands for.
 */
function isNamedForItself(source: Source, place: Place, { edition, report }: ProseContext): boolean {
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
