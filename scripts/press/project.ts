import { join } from 'node:path';
import { type Datasets, openDatasets } from './data/open-datasets.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { checkTemplates } from './page/check-templates.ts';
import type { Design } from './page/compose-page.ts';
import { checkTokens, readStylesheets } from './page/stylesheets.ts';
import { readTemplates } from './page/templates.ts';
import { customProperties } from './page/tokens-css.ts';
import { type Atlas, readAtlas } from './read/atlas.ts';
import { diskFiles, type Files } from './read/files.ts';
import { coverageOf, type FontCoverage } from './read/font-coverage.ts';
import { readFonts } from './read/fonts.ts';
import { readLabels } from './read/read-labels.ts';
import { readShared, type Shared } from './read/read-series.ts';

/** A checkout with its content, data, templates and styles: what all editions are made from. */
export interface Project extends AsyncDisposable {
  readonly files: Files;
  readonly shared: Shared;
  readonly design: Design;
  readonly datasets: Datasets;
  readonly atlas: () => Atlas;
  readonly coverage: FontCoverage;
}

/** Opens the project in a folder; undefined where what all editions need is not right, which is then reported. */
export async function openProject(root: string, report: Report): Promise<Project | undefined> {
  const files = diskFiles(root);
  const shared = readShared(files, report);
  if (!shared) return undefined;
  const tokens = shared.tokens.value;
  const fonts = readFonts(tokens);
  const templates = readTemplates(files, report);
  const stylesheets = readStylesheets(files);
  checkTemplates(templates, readLabels(files, report), report);
  checkTokens(stylesheets, customProperties(tokens, '').keys(), report);
  const datasets = await openDatasets(shared.dataPackage, join(root, 'data'), report);
  return {
    ...{ files, shared, datasets },
    design: { tokens, fonts, templates, stylesheets },
    atlas: () => readAtlas(files),
    coverage: coverageOf(fonts),
    [Symbol.asyncDispose]: () => datasets[Symbol.asyncDispose](),
  };
}
