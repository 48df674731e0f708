import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { ChartSpec } from '../read/schemas/figures.ts';
import type { FaintMark } from './faint-marks.ts';
import { eachText, type JsonObject, type Path } from './json.ts';

interface Subject {
  readonly name: string;
  readonly chart: Located<ChartSpec>;
  /** The colours that a specification can name. */
  readonly colours: ReadonlyMap<string, string>;
}

/** Reports the colours of a chart in which its marks are hard to see, where the specification names them (rule chart-faint). */
export function reportFaint(faint: readonly FaintMark[], { name, chart, colours }: Subject, report: Report): void {
  for (const { colour, contrast } of faint) {
    const named = whereNamed(chart.value.spec as JsonObject, colour, colours);
    report({
      rule: 'chart-faint',
      place: chart.at('spec', ...(named?.path ?? [])),
      message: `the chart "${name}" has marks in ${named?.words ?? colour}, ${rounded(contrast)}:1 on its paper, and marks need 3:1`,
      cure: 'take a darker colour (token:grey is the lightest that serves), or outline them: stroke: "token:quiet"',
    });
  }
}

/** Where a specification names a colour, as a token or as itself. */
function whereNamed(spec: JsonObject, colour: string, colours: ReadonlyMap<string, string>) {
  let found: { readonly path: Path; readonly words: string } | undefined;
  eachText(spec, (text, path) => {
    const token = /^token:(.+)$/.exec(text)?.[1];
    if ((token === undefined ? text : colours.get(token)) === colour) found ??= { path, words: `"${text}"` };
  });
  return found;
}

/** Down, so that 2.99 is not told as 3. */
function rounded(contrast: number): string {
  return String(Math.floor(contrast * 10) / 10);
}
