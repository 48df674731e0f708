import { isSeq, parse, parseDocument, stringify } from 'yaml';

/**
 * The text of a YAML file with entries at the end of a list of it. What was there stays as it was written.
 *
 * @param key the list's key; undefined where the file is the list
 */
export function appendEntries(
  yaml: string,
  key: string | undefined,
  entries: readonly Readonly<Record<string, unknown>>[],
): string {
  if (entries.length === 0) return yaml;
  return appendWritten(yaml, key, entries.map((entry) => stringify([entry], { lineWidth: 0 })).join('\n'));
}

/**
 * The text of a YAML file with more entries at the end of a list of it, as they are written, comments and all. What was
 * there stays as it was written, too.
 *
 * @param key the list's key; undefined where the file is the list
 * @param written the entries as a list in block form, without indentation
 */
export function appendWritten(yaml: string, key: string | undefined, written: string): string {
  const document = parseDocument(yaml);
  const path = key === undefined ? [] : [key];
  const list = key === undefined ? document.contents : document.get(key, true);
  const added = parseDocument(written).contents;
  for (const entry of isSeq(added) ? added.items : []) document.addIn(path, entry);
  const first =
    isSeq(list) && !list.flow
      ? /^( *)- /m.exec(yaml.slice(list.range?.[0] === undefined ? 0 : lineStart(yaml, list.range[0])))
      : null;
  const ending = yaml.includes('\r\n') ? '\r\n' : '\n';
  const lines = written.replace(/^(?=.)/gm, first?.[1] ?? '').replaceAll('\n', ending);
  const appended = `${yaml.trimEnd()}${ending}${ending}${lines}`;
  // Where the list is not the end of the file, or has another form, it is written anew.
  return first && sameValue(appended, document.toJS()) ? appended : document.toString({ lineWidth: 0 });
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function sameValue(yaml: string, value: unknown): boolean {
  try {
    return JSON.stringify(parse(yaml)) === JSON.stringify(value);
  } catch {
    return false;
  }
}
