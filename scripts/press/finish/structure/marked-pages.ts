import type { Unit } from '../content/content.ts';
import { type Assignment, type Plan, type ReadMarks, type Run, rewriteContent } from '../content/marked-content.ts';
import { type Page, type PageStream, streamsOf } from '../content/pages.ts';
import { deflated, isStream, type PdfObject, type Reference } from '../file/objects.ts';
import { type PdfFile, updateDictionary } from '../file/pdf-file.ts';
import { type Element, eachKid, type MarkedContent } from './element.ts';
import { isDrawn } from './structure-types.ts';

/** A run, or a part of one, in a rewritten stream. */
export interface MarkedPart {
  readonly page: Reference;
  /** The form XObject that it stands in; undefined where it stands in the page's own stream. */
  readonly form: Reference | undefined;
  /** Its MCID. */
  readonly number: number;
  readonly place: number;
}

/** What the rewritten pages hold. */
export interface MarkedPages {
  /** In reading order. */
  readonly partsOf: ReadonlyMap<Run, readonly MarkedPart[]>;
  /** The run of each MCID of each stream, in the order of the keys that the streams have in the parent tree. */
  readonly streams: readonly (readonly Run[])[];
}

/** What becomes of what is painted. */
export interface Painting {
  /** The properties of what no tag holds. */
  readonly artifactOf: (unit: Unit, stream: PageStream) => string;
  /** What a text object shows besides, at its end: a string as it stands in the stream. */
  readonly append: (unit: Unit, stream: PageStream) => string | undefined;
  /** Marks within a text object that are not needed any more. */
  readonly unmark: Plan['unmark'];
}

/** Marks the streams of all pages anew, and gives those with marked content their keys of the parent tree (ISO 32000-1, 14.7.4.4). */
export function markPages(
  pdf: PdfFile,
  pages: readonly Page[],
  runs: Runs,
  { artifactOf, append, unmark }: Painting,
): MarkedPages {
  const partsOf = new Map<Run, MarkedPart[]>();
  const streams: (readonly Run[])[] = [];
  for (const page of pages) {
    updateDictionary(pdf, page.reference, { StructParents: undefined, Tabs: '/S' });
    for (const stream of streamsOf(page.stream)) {
      const assign = (unit: Unit): Assignment => {
        if (unit.name !== undefined && stream.forms.has(unit.name)) return { kind: 'form' };
        const marks = runs.ofUnit.get(unit);
        if (!marks) return { kind: 'artifact', properties: artifactOf(unit, stream) };
        const decorates = unit.paint === 'path' && !isDrawn(marks.run.tag);
        return decorates ? { ...marks, decoration: artifactOf(unit, stream) } : marks;
      };
      const plan = { assign, append: (unit: Unit) => append(unit, stream), unmark };
      const { bytes, sequences } = rewriteContent(stream.content, plan);
      const form = stream === page.stream ? undefined : stream.reference;
      let number = 0;
      for (const { run, place } of sequences) {
        const part: MarkedPart = { page: page.reference, form, number, place };
        const parts = partsOf.get(run);
        if (parts) parts.push(part);
        else partsOf.set(run, [part]);
        number += 1;
      }
      const key = sequences.length === 0 ? undefined : streams.push(sequences.map(({ run }) => run)) - 1;
      if (!form && key !== undefined) updateDictionary(pdf, page.reference, { StructParents: key });
      replaceStream(pdf, stream.reference, bytes, form && key);
    }
  }
  for (const parts of partsOf.values()) parts.sort((one, other) => one.place - other.place);
  return { partsOf, streams };
}

function replaceStream(pdf: PdfFile, reference: Reference, bytes: Uint8Array, key: number | undefined): void {
  const before = pdf.resolve(reference);
  const entries: Record<string, PdfObject> = isStream(before) ? Object.fromEntries(before.dictionary) : {};
  delete entries.StructParents;
  pdf.replace(reference, deflated(bytes, { ...entries, ...(key !== undefined && { StructParents: key }) }));
}

/** The content of all tags as runs, which are marked together as far as they are painted together. */
export interface Runs {
  readonly ofContent: ReadonlyMap<MarkedContent, Run>;
  /** What a unit is of a run. */
  readonly ofUnit: ReadonlyMap<Unit, ReadMarks>;
}

/**
 * Makes a run of each piece of content. Several that follow each other could be one, but programs that read the text of a
 * mark by where it stands then mix the parts of lines that are set from right to left.
 */
export function gatherRuns(document: Element): Runs {
  const ofContent = new Map<MarkedContent, Run>();
  const ofUnit = new Map<Unit, ReadMarks>();
  eachKid(document, (kid, { type }) => {
    if (kid.kind !== 'content') return;
    const run: Run = { tag: type };
    ofContent.set(kid, run);
    let place = 0;
    for (const unit of kid.mark.units) {
      if (ofUnit.has(unit)) throw new Error(`content of page ${kid.mark.stream.page} has two tags`);
      ofUnit.set(unit, { kind: 'content', run, first: place, last: place, decoration: undefined });
      place += 1;
    }
  });
  return { ofContent, ofUnit };
}
