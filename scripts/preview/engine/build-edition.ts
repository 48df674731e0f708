import { countPages } from '../../press/finish/index.ts';
import type { Compiled } from '../../press/index.ts';
import type { Design } from '../../press/page/compose-page.ts';
import { printSettled } from '../../press/print/settle.ts';
import type { Project } from '../../press/project.ts';
import { textIn } from '../../press/read/labels.ts';
import { compileWithDiagnostics } from '../../watch/kept-project.ts';
import type { PreviewDiagnostic } from '../protocol.ts';
import { type EditionStore, faultDiagnostic, previewDiagnostic } from './edition-store.ts';
import { carriedPage, finishJobOf } from './finish-job.ts';
import type { Finisher } from './finisher.ts';
import type { WarmPrinter } from './warm-printer.ts';

/** What building an edition works with. */
export interface BuildContext {
  readonly store: EditionStore;
  readonly printer: Pick<WarmPrinter, 'print'>;
  readonly finisher: Pick<Finisher, 'finish' | 'giveUp'>;
  /** Whether a fault may be reported: false as soon as something newer was saved, since that may have mended it. */
  readonly mayReportFaults: () => Promise<boolean>;
}

/** How building ended: with pages, with faults that were reported, or with faults that something newer may have mended. */
export type BuildEnd =
  | { readonly kind: 'printed'; readonly compiled: Compiled }
  | { readonly kind: 'broken' }
  | { readonly kind: 'put off' };

/**
 * Compiles an edition and prints it with the page numbers of its last print. Its pages are shown at once; they are printed
 * again only if a number moved, and finished behind that. With errors, the last good pages stay.
 */
export async function buildEdition(name: string, project: Project, context: BuildContext): Promise<BuildEnd> {
  const { store, finisher } = context;
  finisher.giveUp(name);
  store.set(name, { status: 'compiling' });
  const began = performance.now();
  try {
    const { compiled, diagnostics } = await compileWithDiagnostics(name, project);
    const shown = diagnostics.map(previewDiagnostic);
    if (compiled) {
      const { short_title } = compiled.edition.meta.value;
      const { language } = compiled.edition;
      const title = textIn(short_title, language, compiled.edition.meta.at('short_title'), () => {});
      const took = { compile: performance.now() - began, print: 0, finish: 0 };
      store.set(name, { status: 'printing', title, language, took });
      await printEdition(compiled, shown, project.design, context);
      return { kind: 'printed', compiled };
    }
    return await breakEdition(name, shown, context);
  } catch (error) {
    return await breakEdition(name, [faultDiagnostic(error)], context);
  }
}

/** Reports what is wrong, once it is sure that it is not mended already. */
async function breakEdition(
  name: string,
  diagnostics: readonly PreviewDiagnostic[],
  { store, mayReportFaults }: BuildContext,
): Promise<BuildEnd> {
  if (!(await mayReportFaults())) return { kind: 'put off' };
  store.set(name, { status: 'broken', diagnostics });
  return { kind: 'broken' };
}

async function printEdition(
  compiled: Compiled,
  diagnostics: readonly PreviewDiagnostic[],
  design: Design,
  { store, printer, finisher }: BuildContext,
): Promise<void> {
  const { name } = compiled.edition;
  const began = performance.now();
  const show = (pdf: Uint8Array): void => {
    const versions = store.get(name)?.versions ?? [];
    const version = (versions.at(-1)?.version ?? 0) + 1;
    const shown = { version, pages: countPages(pdf), at: Date.now(), pdf, places: undefined };
    store.set(name, { versions: [...versions.slice(-1), shown], diagnostics });
  };
  const numbers = store.get(name)?.numbers ?? new Map();
  const compose = (moved: typeof numbers) => carriedPage(compiled, moved);
  const settled = await printSettled(printer, compose, { numbers, onPrint: show });
  const printed = performance.now();
  const took = { compile: store.get(name)?.took?.compile ?? 0, print: printed - began, finish: 0 };
  store.set(name, { status: 'finishing', numbers: settled.numbers, took });
  const version = store.get(name)?.versions.at(-1);
  finisher.finish(name, finishJobOf(compiled, settled.html, settled.pdf, design), (end) => {
    // Newer pages have taken its place.
    if (!version || store.get(name)?.versions.at(-1) !== version) return;
    if (end instanceof Error) {
      store.set(name, { status: 'broken', diagnostics: [...diagnostics, faultDiagnostic(end)] });
      return;
    }
    const finish = performance.now() - printed;
    const finished = { ...version, pdf: end.pdf, places: end.places };
    store.set(name, {
      status: 'ready',
      took: { ...took, finish },
      versions: (store.get(name)?.versions ?? []).map((shown) => (shown === version ? finished : shown)),
      diagnostics: [...diagnostics, ...end.diagnostics.map(previewDiagnostic)],
    });
  });
}
