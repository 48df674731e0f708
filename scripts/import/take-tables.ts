import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { dataTable } from './data-table.ts';
import type { ManuscriptSection } from './manuscript.ts';
import { nameFrom } from './name-from.ts';
import { type TableFiles, tableFiles } from './table-files.ts';

/** How tables of a manuscript become datasets of an edition. */
export interface TableNaming {
  readonly edition: string;
  readonly language: string;
  /** Names of tables that the edition has, and of datasets that there are. */
  readonly tables: ReadonlySet<string>;
  readonly datasets: ReadonlySet<string>;
  /** The record of the manuscript in content/sources.yaml, and the words for it. */
  readonly source: string;
  readonly sourceTitle: string;
  readonly today: string;
}

/** The sections with their tables of numbers placed by name, and what was taken out of them. */
export interface TakenTables {
  readonly sections: readonly ManuscriptSection[];
  readonly files: readonly TableFiles[];
  /** What each table stands for in the text, by its name: the caption that it took over, and its cells. */
  readonly blocks: ReadonlyMap<string, readonly RootContent[]>;
}

const captioned = /^Table\s+(\d{1,2})\s*[.:–—-]?\s+(\S.*)$/su;

/** Makes datasets of the tables of numbers. One that cannot be printed from data just as it is written stays in the text. */
export function takeTables(sections: readonly ManuscriptSection[], naming: TableNaming): TakenTables {
  const files: TableFiles[] = [];
  const blocks = new Map<string, readonly RootContent[]>();
  const tables = new Set(naming.tables);
  const datasets = new Set(naming.datasets);
  const taken = sections.map(({ heading, body }): ManuscriptSection => {
    let title = textOf(heading);
    const written: RootContent[] = [];
    for (const node of body) {
      if (node.type === 'heading') title = textOf(node);
      const data = node.type === 'table' ? dataTable(node, naming.language) : undefined;
      if (!data) {
        written.push(node);
        continue;
      }
      const [, number, words] = captionOf(written.at(-1)) ?? [];
      // Its own number and words stand over a table: the caption need not, if both are the same.
      const caption = number !== undefined && naming.tables.size === 0 && Number(number) === files.length + 1;
      const replaced = caption ? written.splice(-1) : [];
      const table = freeName(nameFrom(words ?? title, 'table'), tables);
      const dataset = freeName(`${naming.edition}-${table}`, datasets);
      const { source, sourceTitle, today } = naming;
      files.push(tableFiles(data, { table, dataset, title: words ?? title, source, sourceTitle, today }));
      blocks.set(table, [...replaced, node]);
      written.push({ type: 'html', value: `::table[${table}]` });
    }
    return { heading, body: written };
  });
  return { sections: taken, files, blocks };
}

function captionOf(node: RootContent | undefined): RegExpExecArray | undefined {
  return (node?.type === 'paragraph' && textOf(node).length < 200 && captioned.exec(textOf(node))) || undefined;
}

function freeName(name: string, names: Set<string>): string {
  for (let nth = 1; ; nth += 1) {
    const tried = nth === 1 ? name : `${name}-${nth}`;
    if (names.has(tried)) continue;
    names.add(tried);
    return tried;
  }
}
