import { textString } from '../file/data-structures.ts';
import { isDictionary, isReference, type PdfObject } from '../file/objects.ts';
import { type PdfFile, updateDictionary } from '../file/pdf-file.ts';
import type { Element } from '../structure/element.ts';
import { headingLevel } from '../structure/structure-types.ts';
import { type TextReader, textUnder } from '../text/text-reader.ts';

/**
 * Gives the entries of the outline (ISO 32000-1, 12.3.3) the text of their headings: Chromium's lack the spaces at which
 * lines break, and have the numbers of notes. An entry whose heading is gone leads to its place only.
 */
export function mendOutline(pdf: PdfFile, document: Element, textOf: TextReader): void {
  const titles = titlesOf(document, textOf);
  const visited = new Set<PdfObject>();
  const visit = (parent: PdfObject): void => {
    let object = isDictionary(parent) ? parent.get('First') : undefined;
    for (let entries = pdf.resolve(object); isDictionary(entries); entries = pdf.resolve(object)) {
      if (visited.has(entries)) throw new Error('the outline leads to itself');
      visited.add(entries);
      const heading = entries.get('SE');
      if (isReference(heading)) {
        const title = titles.get(heading.number);
        updateDictionary(pdf, object, title === undefined ? { SE: undefined } : { Title: textString(title) });
      }
      visit(entries);
      object = entries.get('Next');
    }
  };
  const catalogue = pdf.resolve(pdf.root);
  visit(isDictionary(catalogue) ? pdf.resolve(catalogue.get('Outlines')) : null);
}

/** The text of each heading, without the numbers of its notes, by the object that it was read from. */
function titlesOf(element: Element, textOf: TextReader): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  const visit = (tag: Element): void => {
    if (tag.origin && headingLevel(tag) !== undefined)
      titles.set(tag.origin.number, textUnder(tag, textOf, 'Reference'));
    for (const kid of tag.kids) if (kid.kind === 'element') visit(kid);
  };
  visit(element);
  return titles;
}
