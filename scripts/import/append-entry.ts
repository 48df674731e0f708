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
  const document = parseDocument(yaml);
  const list = key === undefined ? document.contents : document.get(key, true);
  for (const entry of entries) document.addIn(key === undefined ? [] : [key], entry);
  const first =
    isSeq(list) && !list.flow
      ? /^( *)- /m.exec(yaml.slice(list.range?.[0] === undefined ? 0 : lineStart(yaml, list.range[0])))
      : null;
  const indent = first?.[1] ?? '';
  const lines = entries.map((entry) => stringify([entry], { lineWidth: 0 }).replace(/^(?=.)/gm, indent));
  const appended = `${yaml.trimEnd()}\n\n${lines.join('\n')}`;
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
