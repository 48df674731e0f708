import type { Remark } from './manuscript.ts';

/** What is left out or changed as sentences for the report, one a kind. */
export function sayRemarks(remarks: readonly Remark[]): readonly string[] {
  const kinds = [...new Set(remarks.map(({ kind, effect }) => `${kind}|${effect}`))];
  return kinds.map((key) => {
    const [first, ...others] = remarks.filter(({ kind, effect }) => `${kind}|${effect}` === key);
    return first ? sentence(first, 1 + others.length) : '';
  });
}

function sentence({ kind, effect, near, words }: Remark, count: number): string {
  if (kind === 'formula') return 'a formula was left out: write it in words and signs, or place it as a picture';
  if (kind === 'list of contents') {
    const lines = words.split('\n').length;
    return `the list of contents (${lines} ${lines === 1 ? 'line' : 'lines'}) was left out: the press makes its own`;
  }
  const place = near === '' ? '' : ` near “${near}”`;
  const said = words === '' ? '' : `: “${words.length > 80 ? `${words.slice(0, 80)}…` : words}”`;
  const what = count === 1 ? `${kind}, once` : `${kind}, ${count} times, first`;
  return `${effect}: ${what}${place}${said}`;
}
