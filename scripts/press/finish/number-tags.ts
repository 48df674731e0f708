import type { Draft } from './file/draft.ts';
import {
  type Dictionary,
  dictionary,
  isArray,
  isDictionary,
  isReference,
  isString,
  type PdfObject,
  type PdfString,
  type Reference,
} from './file/objects.ts';
import { updateDictionary } from './file/update-dictionary.ts';

/**
 * Gives the ids of tags (ISO 32000-1, 14.7.2) new names, in reading order. Chromium names a tag by a counter that all
 * pages of one browser share ("node00000227"), so that two prints of a page differ in them.
 */
export function numberTags(draft: Draft): void {
  const catalogue = draft.resolve(draft.root);
  const root = isDictionary(catalogue) ? catalogue.get('StructTreeRoot') : undefined;
  const tree = draft.resolve(root);
  if (!isDictionary(tree)) return;
  const tags = tagsUnder(draft, tree.get('K'));
  const named = new Map<string, { readonly name: PdfString; readonly tag: Reference }>();
  for (const [tag, entries] of tags) {
    const id = entries.get('ID');
    if (!isString(id)) continue;
    const name: PdfString = { kind: 'string', bytes: `tag${String(named.size + 1).padStart(6, '0')}` };
    named.set(id.bytes, { name, tag });
  }
  for (const [tag, entries] of tags) {
    const id = entries.get('ID');
    updateDictionary(draft, tag, {
      ID: isString(id) ? named.get(id.bytes)?.name : undefined,
      A: renameHeaders(draft, entries.get('A'), named),
    });
  }
  // Names of one length in the order of their numbers are sorted, as a name tree has to be (ISO 32000-1, 7.9.6).
  const names = [...named.values()].flatMap(({ name, tag }) => [name, tag]);
  updateDictionary(draft, root, {
    IDTree: names.length === 0 ? undefined : draft.add(dictionary({ Names: names })),
  });
}

function tagsUnder(draft: Draft, kid: PdfObject | undefined): readonly (readonly [Reference, Dictionary])[] {
  const value = draft.resolve(kid);
  if (isArray(value)) return value.flatMap((item) => tagsUnder(draft, item));
  if (!isReference(kid) || !isDictionary(value) || !value.has('S')) return [];
  return [[kid, value], ...tagsUnder(draft, value.get('K'))];
}

/** A table's cell names the cells that head it by their ids (ISO 32000-1, table 349). */
function renameHeaders(
  draft: Draft,
  attributes: PdfObject | undefined,
  named: ReadonlyMap<string, { readonly name: PdfString }>,
): PdfObject | undefined {
  const value = draft.resolve(attributes);
  if (isArray(value)) return value.map((part) => renameHeaders(draft, part, named) ?? null);
  if (!isDictionary(value)) return undefined;
  const headers = draft.resolve(value.get('Headers'));
  if (!isArray(headers)) return value;
  const names = headers.map((id) => (isString(id) && named.get(id.bytes)?.name) || id);
  return new Map([...value, ['Headers', names]]);
}
