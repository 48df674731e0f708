import { around, type Box } from '../../press/verify/box.ts';
import type { PrintedEdition } from './editions.ts';
import { crop, type Picture, renderPages, sheetOf, treated, treatments } from './picture.ts';

/** A form of chart and where an edition prints one: an entry of docs/charts.yaml. */
export interface Example {
  readonly form: string;
  readonly edition: string;
  /** What its title begins with: "Figure 3". */
  readonly from: string;
  readonly what: string;
}

/** Pixels a point, and points of white around an example. */
const [scale, margin] = [1.25, 6];

/** An example as it is printed, in colour, in grey and as a colour-blind reader sees it, side by side. */
export function pictureExample(edition: PrintedEdition, example: Example): Picture {
  const { page, box } = findExample(edition, example.from);
  const [picture] = renderPages(edition.open, [page], scale);
  if (!picture) throw new Error(`Drawing page ${page} of ${example.edition} gave nothing`);
  const left = Math.max(0, Math.floor((box.left - margin) * scale));
  const top = Math.max(0, Math.floor((edition.height - box.top - margin) * scale));
  const right = Math.min(picture.width, Math.ceil((box.right + margin) * scale));
  const bottom = Math.min(picture.height, Math.ceil((edition.height - box.bottom + margin) * scale));
  const part = crop(picture, { left, top, width: right - left, height: bottom - top });
  return sheetOf([treatments.map((treatment) => treated(part, treatment))], 10, 255);
}

/** docs/charts.md: every form of chart with its picture. */
export function tellExamples(examples: readonly Example[]): string {
  const shown = examples.map(
    ({ form, what, edition, from }) =>
      `## ${what}\n\n![${what}: in colour, in grey, and as seen with deuteranopia](charts/${form}.png)\n\nFrom the edition \`${edition}\`: ${from}.\n`,
  );
  return `<!-- Made by npm run pictures from docs/charts.yaml and out/. -->

# The chart family

This page shows the forms of chart of the series, each as an edition prints it: in colour, in grey as an office printer gives
it, and as a reader without cones for green sees it (deuteranopia, after Machado, Oliveira and Fernandes, 2009). Nothing depends
on colour alone: labels stand on what they name, and neighbouring areas differ in lightness.

A colour means one thing: the accent is what the title is about, dark grey (\`token:quiet\`) and light grey (\`token:grey\`) are the
rest. No mark is paler than 3:1 on paper, by its fill or its outline: the press reports one that is
([chart-faint](rules/chart-faint.md)).

If a chart also marks events, such as a coup or a war, these have sources of their own. Name them beside the query for the
events. They stand in the source line and the notes after those of the chart:

\`\`\`yaml
more_data:
  events:
    query: select date as day, 'sanctions authorized' as words from restrictions where act = 'Executive Order 14046'
    source: treasury-eo-14046
\`\`\`

${shown.join('\n')}`;
}

/** Where a chart, map or timeline stands: its page and the box around it, from its title to its source. */
interface ExamplePlace {
  readonly page: number;
  readonly box: Box;
}

/**
 * Finds what begins with a text, such as "Figure 3", and ends with the line that names its source. "cover map" is the
 * drawing on the cover.
 *
 * @throws Error when nothing begins with it
 */
function findExample({ blocks, name }: PrintedEdition, from: string): ExamplePlace {
  const isFirst =
    from === 'cover map'
      ? ({ type }: { type: string }) => type === 'Figure'
      : ({ text }: { text: string }) => begins(text, from);
  const first = blocks.findIndex((block) => isFirst(block));
  const last = blocks.findIndex(({ text }, index) => index > first && text.startsWith('Source:'));
  if (first === -1 || last === -1) throw new Error(`out/${name}.pdf has nothing that begins with "${from}"`);
  const parts = blocks.slice(first, last + 1).flatMap(({ fragments }) => fragments);
  const page = parts[0]?.page ?? 1;
  const box = around(parts.filter((part) => part.page === page).flatMap(({ lines }) => lines));
  if (!box) throw new Error(`"${from}" of out/${name}.pdf is empty`);
  return { page, box };
}

/** "Figure 1" is not the beginning of "Figure 12 …". */
function begins(text: string, from: string): boolean {
  const words = text.replace(/\s+/g, ' ');
  return words.startsWith(from) && !/\d/.test(words.charAt(from.length));
}
