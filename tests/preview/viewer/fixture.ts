import type {
  PlacedBox,
  PreviewDiagnostic,
  PreviewEdition,
  PreviewPlaces,
  PreviewState,
  PreviewTokens,
} from '../../../scripts/preview/protocol.ts';

/** A word that says where it may be broken, until a line ends within it; and one that has a hyphen of its own. */
export const breakable = `${'anti\u00addis\u00adestablish\u00admen\u00adtarian\u00adism '.repeat(6)}${'north-northwestern '.repeat(2)}`;

/** When the pages of the fixtures were printed: at noon of a day in 2026. */
export const printedAt = Date.UTC(2026, 0, 2, 12);

export function edition(name: string, more: Partial<PreviewEdition> = {}): PreviewEdition {
  return {
    name,
    title: name === 'mali' ? 'Mali' : 'Fictonia',
    language: 'en',
    status: 'ready',
    shown: { version: 1, finished: true, pages: 4, at: printedAt },
    diagnostics: [],
    took: { compile: 320, print: 90, finish: 410 },
    ...more,
  };
}

/** Both editions, the first with changes. */
export function stateWith(mali: Partial<PreviewEdition> = {}, shared: readonly PreviewDiagnostic[] = []): PreviewState {
  return { editions: [edition('mali', mali), edition('fictonia')], shared };
}

export const unknownFact: PreviewDiagnostic = {
  severity: 'error',
  rule: 'fact-unknown',
  help: 'docs/rules/fact-unknown.md',
  file: 'content/mali/en/20-assistance.md',
  line: 14,
  column: 31,
  message: 'unknown fact "humanitarian-2002"',
  cure: 'did you mean "humanitarian-2020"?',
};
export const looseLine: PreviewDiagnostic = {
  severity: 'warning',
  rule: 'line-alone',
  file: 'content/mali/en/30-harm.md',
  line: 5,
  column: 1,
  message: 'the last line of this paragraph stands alone at the top of page 3',
  cure: 'shorten the paragraph by a few words',
};

const box = (more: Partial<PlacedBox>): PlacedBox => ({
  page: 1,
  x: 68,
  y: 80,
  width: 318,
  height: 28,
  kind: 'paragraph',
  file: 'content/mali/en/20-assistance.md',
  line: 1,
  column: 1,
  label: '',
  ...more,
});

/** Places that are invented, on pages of US Letter. */
export const places: PreviewPlaces = {
  pages: Array.from({ length: 5 }, () => ({ width: 612, height: 792 })),
  body: { x: 68, y: 66, width: 482, height: 664 },
  baseline: { first: 80, step: 14 },
  outline: [
    { title: 'Assistance', level: 1, page: 1, y: 80 },
    { title: 'Harm', level: 1, page: 2, y: 300 },
    { title: 'Notes', level: 1, page: 3, y: 66 },
  ],
  boxes: [
    box({ page: 0, kind: 'heading', label: 'The Case of Mali', file: 'content/mali/edition.yaml', line: 3 }),
    box({ kind: 'heading', label: 'Assistance' }),
    box({ y: 120, height: 60, line: 3, label: 'In 2020 the U.S. gave' }),
    box({ y: 200, height: 160, kind: 'chart', label: 'aid-2020', file: 'content/mali/charts/aid-2020.yaml' }),
    box({ page: 2, y: 300, kind: 'heading', label: 'Harm', file: 'content/mali/en/30-harm.md' }),
  ],
};

export const tokens: PreviewTokens = {
  groups: [
    {
      name: 'page',
      tokens: [
        { name: 'size', value: 'letter', kind: 'other', file: 'styles/tokens.yaml', line: 5 },
        { name: 'margin_top', value: '66', kind: 'length', css: '66pt', file: 'styles/tokens.yaml', line: 6 },
      ],
    },
    {
      name: 'fonts',
      tokens: [
        {
          name: 'text',
          value: 'Source Serif 4',
          kind: 'font',
          css: '"Source Serif 4"',
          file: 'styles/tokens.yaml',
          line: 18,
        },
      ],
    },
    {
      name: 'colours',
      tokens: [{ name: 'ink', value: '#1d1d1b', kind: 'colour', css: '#1d1d1b', file: 'styles/tokens.yaml', line: 70 }],
    },
  ],
};
