import { type ImportedManuscript, importManuscript } from '../../scripts/import/import-manuscript.ts';
import { readManuscript } from '../../scripts/import/read/formats.ts';

const titles = ['Summary', 'U.S. assistance', 'Civilian harm'];

const naming = {
  edition: 'fictonia',
  language: 'en',
  tables: new Set<string>(),
  datasets: new Set<string>(),
  today: '2031-07-01',
};

const onto = {
  sections: [],
  adoption: { figures: 'as before', ownSources: new Set<string>() },
  figuresTitle: 'Figures added',
} as const;

/** A picture that says what it stands for. */
const placeholder = (kind: string) => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${kind}</svg>`);

/** What becomes of a manuscript under a file's name. */
export async function imported(
  name: string,
  content: string | Uint8Array,
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Promise<ImportedManuscript> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const manuscript = await readManuscript(name, bytes, {
    sections: titles,
    pictureAt: (path) => pictures[path],
    toPng: async () => undefined,
    placeholder,
  });
  return importManuscript(manuscript, {
    onto,
    titles,
    otherwise: 'A made heading',
    naming,
    language: 'en',
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
