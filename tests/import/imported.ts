import { type ImportedManuscript, importManuscript } from '../../scripts/import/import-manuscript.ts';
import { readManuscript } from '../../scripts/import/read-manuscript.ts';

const titles = ['Summary', 'U.S. assistance', 'Civilian harm'];

const naming = {
  ...{ edition: 'fictonia', language: 'en', source: 'fictonia-manuscript', sourceTitle: 'A manuscript' },
  ...{ tables: new Set<string>(), datasets: new Set<string>(), today: '2031-07-01' },
};

/** What becomes of a manuscript under a file's name. */
export async function imported(
  name: string,
  content: string | Uint8Array,
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Promise<ImportedManuscript> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const manuscript = await readManuscript(name, bytes, { sections: titles, pictureAt: (path) => pictures[path] });
  return importManuscript(manuscript, {
    ...{ sections: [], titles, otherwise: 'A made heading', naming, language: 'en' },
    series: 'A series of boats',
    partners: [
      { name: 'Paper Boat Alliance', short_name: 'PBA' },
      { name: 'Center for Folding and Unfolding, University One', short_name: 'CFU' },
    ],
  });
}

/** The markdown of all sections, one after the other. */
export async function markdownOf(name: string, content: string | Uint8Array): Promise<string> {
  const { sections } = await imported(name, content);
  return sections.map(({ markdown }) => markdown).join('\n');
}
