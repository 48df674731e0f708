import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { bytesIn, type Files, listIn, textOf } from '../read/files.ts';

/** One stylesheet of the designers. */
export interface Stylesheet {
  /** styles/figure.css */
  readonly file: string;
  readonly css: string;
}

/**
 * The stylesheets of a folder, by name. Layers and not this order decide which of two rules holds.
 *
 * @param folder styles for those of factsheets, styles/audit for those of audits
 */
export function readStylesheets(
  files: Files,
  folder: 'styles' | 'styles/audit',
  report: Report,
): readonly Stylesheet[] {
  return listIn(files, folder, report).flatMap((name) => {
    const file = `${folder}/${name}`;
    const bytes = name.endsWith('.css') ? bytesIn(files, file, report) : undefined;
    return bytes ? [{ file, css: textOf(bytes) }] : [];
  });
}

/** Properties that the stylesheet of tokens adds to those of tokens.yaml. */
const margins = ['--running-head', '--proof-stamp', '--folio-before', '--folio-between', '--folio-after'];

/** Reports every use of a custom property that is neither a token nor set in a stylesheet. */
export function checkTokens(sheets: readonly Stylesheet[], properties: Iterable<string>, report: Report): void {
  const own = sheets.flatMap(({ css }) =>
    [...css.matchAll(/(?<![\w-])(--[\w-]+)\s*:/g)].map((match) => match[1] ?? ''),
  );
  const known = new Set([...properties, ...margins, ...own]);
  for (const { file, css } of sheets) {
    for (const match of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
      const used = match[1] ?? '';
      if (known.has(used)) continue;
      const before = css.slice(0, match.index).split('\n');
      report({
        rule: 'token-unknown',
        place: { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
        message: `there is no token "${used}"`,
        cure: didYouMean(used, known, 'tokens'),
      });
    }
  }
}
