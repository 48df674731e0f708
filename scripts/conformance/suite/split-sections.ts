import { slug } from 'github-slugger';

/** A section of an edition, as a file of its own. */
export interface Section {
  readonly file: string;
  readonly markdown: string;
}

/** Splits a text at its headings with one #, but not at such lines within code. */
export function splitSections(markdown: string): readonly Section[] {
  const sections: string[][] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || line.trim().startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    if ((fence === undefined && /^# /.test(line)) || sections.length === 0) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections
    .map((lines) => lines.join('\n'))
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ file: `${10 + index}-${nameOf(text)}-${index + 1}.md`, markdown: text.trimStart() }));
}

/** A name in small letters, digits and hyphens; headings in other scripts have none. */
function nameOf(text: string): string {
  const words = slug(text.trim().split('\n')[0] ?? '').match(/[a-z0-9]+/g) ?? [];
  return ['part', ...words.slice(0, 3)].join('-');
}
