import { join } from 'node:path';
import { clockAlarm } from './data/alarm.ts';
import { diskCopies } from './data/copies.ts';
import { type Datasets, openDatasets } from './data/open-datasets.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { diskMemory } from './memory/disk-memory.ts';
import type { Memory } from './memory/memory.ts';
import { checkDeclaredTotals } from './numbers/check-declared-totals.ts';
import type { SourceOf } from './numbers/printed-text.ts';
import { checkTemplates } from './page/check-templates.ts';
import type { Design } from './page/compose-page.ts';
import { checkTokens, readStylesheets } from './page/stylesheets.ts';
import { readTemplates } from './page/templates.ts';
import { customProperties } from './page/tokens-css.ts';
import { type Atlas, readAtlas } from './read/atlas.ts';
import { diskFiles, type Files, textOf } from './read/files.ts';
import { coverageOf, type FontCoverage } from './read/font-coverage.ts';
import { readFonts } from './read/fonts.ts';
import { readLabels } from './read/read-labels.ts';
import { readShared, type Shared } from './read/read-series.ts';
import type { Tokens } from './read/schemas/tokens.ts';

/** A checkout with its content, data, templates and styles: what all editions are made from. */
export interface Project extends AsyncDisposable {
  readonly files: Files;
  /** The text of a file; empty where there is none. */
  readonly sourceOf: SourceOf;
  readonly shared: Shared;
  readonly design: Design;
  readonly datasets: Datasets;
  readonly atlas: () => Atlas;
  readonly coverage: FontCoverage;
  readonly memory: Memory;
}

const repository = join(import.meta.dirname, '../..');

/** What the press keeps between runs; it can be taken away at any time. */
export const cache = join(repository, 'node_modules/.cache/factsheet-press');

/** What drawings depend on besides their inputs: the packages and the code here, and the rivers of the project. */
function drawnBy(root: string): readonly string[] {
  const code = [
    'package-lock.json',
    'scripts/press/charts',
    'scripts/press/read/atlas.ts',
    'scripts/press/read/font-coverage.ts',
  ];
  return [...code.map((path) => join(repository, path)), join(root, 'data/rivers.geojson')];
}

/** Opens the project in a folder; undefined where what all editions need is not right, which is then reported. */
export async function openProject(root: string, report: Report): Promise<Project | undefined> {
  const files = diskFiles(root);
  const shared = readShared(files, report);
  if (!shared) return undefined;
  const tokens = shared.tokens.value;
  const copies = diskCopies(join(cache, 'datasets'));
  // The data engine works on a thread of its own while the designers' files are read.
  const [datasets, design] = await Promise.all([
    openDatasets(shared.dataPackage, join(root, 'data'), report, { copies, alarm: clockAlarm }),
    Promise.resolve().then(() => readDesign(files, tokens, report)),
  ]);
  const sourceOf = (file: string) => textOf(files.bytes(file) ?? new Uint8Array());
  await checkDeclaredTotals(shared.dataPackage, datasets, sourceOf, report);
  const memory = diskMemory(join(cache, 'drawings'), drawnBy(root));
  return {
    ...{ files, sourceOf, shared, datasets },
    design,
    atlas: () => readAtlas(files),
    // Any text may come to stand in the first two; code is rare, and what its font lacks is found in print.
    coverage: coverageOf(
      design.fonts.filter(({ family }) => family !== tokens.fonts.mono.name),
      memory,
    ),
    memory,
    [Symbol.asyncDispose]: () => datasets[Symbol.asyncDispose](),
  };
}

function readDesign(files: Files, tokens: Tokens, report: Report): Design {
  const templates = readTemplates(files, report);
  const stylesheets = readStylesheets(files, 'styles');
  const auditStylesheets = readStylesheets(files, 'styles/audit');
  checkTemplates(templates, readLabels(files, report), report);
  checkTokens([...stylesheets, ...auditStylesheets], customProperties(tokens, '').keys(), report);
  return { tokens, fonts: readFonts(tokens), templates, stylesheets, auditStylesheets };
}
