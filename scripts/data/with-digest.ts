import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';

/**
 * The text of a data package with another digest of one dataset. Nothing else changes: not a comment, not a blank.
 *
 * @param yaml the file as it is, with its own line ends
 * @throws Error where the dataset is not in it
 */
export function withDigest(yaml: string, dataset: string, digest: string): string {
  const resources = parseDocument(yaml).get('resources');
  const resource = isSeq(resources)
    ? resources.items.find((item): item is YAMLMap => isMap(item) && item.get('name') === dataset)
    : undefined;
  if (!resource) throw new Error(`data/datapackage.yaml describes no dataset "${dataset}": see npm run data`);
  const hash = pairOf(resource, 'hash');
  const [, keyEnd] = rangeOf(hash, 'key') ?? [];
  if (keyEnd === undefined) return withLine(yaml, resource, `hash: ${digest}`);
  const [from = keyEnd, to = keyEnd] = rangeOf(hash, 'value') ?? [];
  if (from < to) return yaml.slice(0, from) + digest + yaml.slice(to);
  // A key without a value may stand without a blank behind it, and within braces without a colon.
  return `${yaml.slice(0, keyEnd)}: ${digest}${yaml.slice(keyEnd).replace(/^\s*:/, '')}`;
}

/** The digest goes behind the path, in the same form: on a line of its own, or within the same braces. */
function withLine(yaml: string, resource: YAMLMap, line: string): string {
  const path = pairOf(resource, 'path');
  const [start] = rangeOf(path, 'key') ?? [];
  const [, end] = rangeOf(path, 'value') ?? [];
  if (start === undefined || end === undefined) throw new Error('a dataset of data/datapackage.yaml has no path');
  if (resource.flow) return `${yaml.slice(0, end)}, ${line}${yaml.slice(end)}`;
  const indent = ' '.repeat(start - (yaml.lastIndexOf('\n', start - 1) + 1));
  const ending = yaml.includes('\r\n') ? '\r\n' : '\n';
  const lineEnd = yaml.indexOf('\n', end);
  if (lineEnd === -1) return `${yaml}${ending}${indent}${line}`;
  return `${yaml.slice(0, lineEnd + 1)}${indent}${line}${ending}${yaml.slice(lineEnd + 1)}`;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** From where to where the key or the value of a pair is written. */
function rangeOf(pair: Pair | undefined, part: 'key' | 'value'): readonly [number, number] | undefined {
  const node = pair?.[part];
  const range = isScalar(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}
