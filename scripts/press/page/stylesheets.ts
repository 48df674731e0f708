import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Files, textOf } from '../read/files.ts';

/** One stylesheet of the designers. */
export interface Stylesheet {
  /** Its name in styles/, "figure.css". */
  readonly name: string;
  readonly css: string;
}

/** The stylesheets of styles/, by name. Layers and not this order decide which of two rules holds. */
export function readStylesheets(files: Files): readonly Stylesheet[] {
  return files
    .list('styles')
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, css: textOf(files.bytes(`styles/${name}`) ?? new Uint8Array()) }));
}

/** Properties that the stylesheet of tokens adds to those of tokens.yaml. */
const margins = ['--running-head', '--folio-before', '--folio-between', '--folio-after'];

/** Reports every use of a custom property that is neither a token nor set in a stylesheet. */
export function checkTokens(sheets: readonly Stylesheet[], properties: Iterable<string>, report: Report): void {
  const own = sheets.flatMap(({ css }) =>
    [...css.matchAll(/(?<![\w-])(--[\w-]+)\s*:/g)].map((match) => match[1] ?? ''),
  );
  const known = new Set([...properties, ...margins, ...own]);
  for (const { name, css } of sheets) {
    for (const match of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
      const used = match[1] ?? '';
      if (known.has(used)) continue;
      const before = css.slice(0, match.index).split('\n');
      report({
        rule: 'token-unknown',
        place: { file: `styles/${name}`, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
        message: `there is no token "${used}"`,
        cure: didYouMean(used, known, 'tokens'),
      });
    }
  }
}
