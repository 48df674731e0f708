import type { Cache } from '../../../press/cache.ts';
import type { Datasets } from '../../../press/data/open-datasets.ts';
import { collectDiagnostics, type Diagnostic, type Report } from '../../../press/diagnostics/diagnostic.ts';
import type { RuleId } from '../../../press/diagnostics/rules.ts';
import { propertiesOf } from '../../../press/document-properties.ts';
import { type Compiled, compileEdition } from '../../../press/index.ts';
import { checkDeclaredTotals } from '../../../press/numbers/totals.ts';
import type { Project } from '../../../press/project.ts';
import { type Files, sourceIn } from '../../../press/read/files.ts';
import type { DataPackage } from '../../../press/read/schemas/data-package.ts';
import { readShared } from '../../../press/read/series.ts';
import { answerSources, specOf } from '../../../press/trace/edition-answers.ts';
import { changeCell } from './cell-mutants.ts';
import { type LabData, rememberedAnswers } from './lab-data.ts';
import type { CellChange, Change } from './mutation.ts';

/** What an edition comes to, as far as can be known without a browser. */
export interface LabResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether any of them keeps it from being printed. */
  readonly failed: boolean;
  readonly compiled: Compiled | undefined;
  /** The page with its drawings. */
  readonly html: string;
  /** The properties of the PDF, which readers show and speak. */
  readonly properties: string;
  /** What the audit alone prints: names, labels, units and sources of facts. */
  readonly audit: string;
  /** All that the data answered, for as long as nothing else is pressed. */
  readonly answers: () => Promise<string>;
}

/** Compiles editions over and over, with one thing or another changed. */
export interface Lab {
  /** @param ignored rules that report nothing */
  press(edition: string, change: Change | undefined, ignored?: ReadonlySet<RuleId>): Promise<LabResult>;
}

/** @param project the project as it is; its files are not touched */
export function openLab(project: Project, data: LabData): Lab {
  const cache = originalsKept(project.cache);
  const answers = rememberedAnswers();
  return {
    async press(edition, change, ignored = new Set()) {
      const diagnostics = collectDiagnostics();
      const report: Report = (diagnostic) => {
        if (!ignored.has(diagnostic.rule)) diagnostics.report(diagnostic);
      };
      const files = change ? changedFiles(project, change) : project.files;
      const sourceOf = (file: string) => sourceIn(files, file);
      const cell = change?.kind === 'cell' ? change : undefined;
      const bytes = cell && files.bytes(fileOf(cell, project.shared.dataPackage.value));
      const fresh = await data.with(cell && bytes && { dataset: cell.dataset, bytes }, report);
      const datasets: Datasets = answers.of(fresh, cell?.dataset);
      if (cell) await checkDeclaredTotals(project.shared.dataPackage, datasets, sourceOf, report);
      const shared = change?.kind === 'text' && isShared(change.file) ? readShared(files, report) : project.shared;
      const made = shared && {
        ...project,
        files,
        shared,
        datasets,
        cache: change ? cache.ofMutants : cache.ofOriginals,
      };
      const compiled = made && (await compileEdition(edition, made, report, () => {}));
      return {
        diagnostics: diagnostics.list(),
        failed: diagnostics.failed || !compiled,
        compiled,
        html: compiled ? compiled.compose(new Map()).html : '',
        properties: compiled ? JSON.stringify(propertiesOf(compiled.edition, undefined)) : '',
        audit: compiled ? auditOf(compiled) : '',
        answers: () => answersOf(compiled),
      };
    },
  };
}

/** Of drawings, what their tables show to readers: other columns only help to draw. */
async function answersOf(compiled: Compiled | undefined): Promise<string> {
  if (!compiled) return '';
  const { edition, run } = compiled;
  const sources = await answerSources(run, () => {});
  const facts = [...run.facts.values()].map(({ name, cell, upTo }) => ({ name, cell, upTo }));
  const tables = sources.map(({ of, name, table }) => {
    const spec = specOf(of, edition)?.value;
    const shown = spec && 'columns' in spec ? spec.columns?.map(({ field }) => field) : undefined;
    const isDrawn = of.startsWith('chart ') || of.startsWith('map ');
    if (isDrawn && (name !== undefined || !shown)) return null;
    return table?.rows.map((row) => (shown ?? table.columns).map((column) => row[column] ?? null));
  });
  return JSON.stringify([facts, tables]);
}

function auditOf({ run }: Compiled): string {
  const facts = [...run.facts.values()];
  return JSON.stringify(facts.map(({ name, spec: { label, unit, source } }) => [name, label, unit, source]));
}

/** Whether a file is one that is read once for all editions. */
function isShared(file: string): boolean {
  return /^content\/[^/]*$/.test(file);
}

function fileOf({ dataset }: CellChange, { resources }: DataPackage): string {
  return `data/${resources.find(({ name }) => name === dataset)?.path ?? ''}`;
}

/** The files of a project, one of them changed. */
function changedFiles({ files, shared }: Project, change: Change): Files {
  const file = change.kind === 'text' ? change.file : fileOf(change, shared.dataPackage.value);
  const before = sourceIn(files, file);
  const after =
    change.kind === 'text'
      ? `${before.slice(0, change.start)}${change.after}${before.slice(change.end)}`
      : changeCell(before, change);
  const bytes = new TextEncoder().encode(after);
  return { ...files, bytes: (path) => (path === file ? bytes : files.bytes(path)) };
}

/**
 * Remembers the drawings of unchanged editions for as long as the lab is open, also those that the project's own cache had:
 * mutants find most of theirs among them. Those of mutants never come again.
 */
function originalsKept({ get }: Cache): { readonly ofOriginals: Cache; readonly ofMutants: Cache } {
  const kept = new Map<string, string>();
  const set = (key: string, found: string): void => void kept.set(key, found);
  return {
    ofOriginals: {
      get(key) {
        const found = kept.get(key) ?? get(key);
        if (found !== undefined) set(key, found);
        return found;
      },
      set,
    },
    ofMutants: { get: (key) => kept.get(key), set: () => {} },
  };
}
