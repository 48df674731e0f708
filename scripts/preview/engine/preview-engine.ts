import { expectEditions } from '../../cli/expect-editions.ts';
import type { Compiled } from '../../press/index.ts';
import type { Printer } from '../../press/print/open-browser.ts';
import type { Project } from '../../press/project.ts';
import { listEditions } from '../../press/read/edition-names.ts';
import { diskFiles } from '../../press/read/files.ts';
import { affectedEditions, collectChanges } from '../../watch/changes.ts';
import { diagnosticsAcrossEditions, keepProject } from '../../watch/kept-project.ts';
import { watchFiles } from '../../watch/watch-files.ts';
import type { PreviewDiagnostic, PreviewState } from '../protocol.ts';
import { type BuildContext, buildEdition } from './build-edition.ts';
import { faultDiagnostic, openStore, previewDiagnostic, type ShownVersion } from './edition-store.ts';
import { openFinisher } from './finisher.ts';
import { openWarmPrinter } from './warm-printer.ts';

/** What the engine is opened with. */
export interface EngineOptions {
  /** The folder of the project. */
  readonly root: string;
  /** The editions to be shown; none means all, also those that are made later. */
  readonly editions: readonly string[];
  readonly openPrinter: () => Promise<Printer>;
}

/** Keeps the pages of a project as its files are. */
export interface PreviewEngine extends AsyncDisposable {
  state(): PreviewState;
  /** Takes every new state; gives back what ends that. */
  onState(listener: (state: PreviewState) => void): () => void;
  /** A version of an edition's pages, as long as it is kept. */
  version(edition: string, version: number): ShownVersion | undefined;
  /** Somebody looks at this edition: of several it is built first. */
  look(edition: string): void;
}

/** A file that is only half written has faults: they are reported when nothing was saved for so many milliseconds. */
const faultsWait = 80;
/** Errors that keep no pages back: those of a changed dataset show what moves before anybody accepts it. */
const keepsNothingBack: ReadonlySet<string> = new Set(['dataset-digest']);

/**
 * Opens a project, prints its editions, and does so again with every save until it is closed.
 *
 * @throws Error for an edition that there is not
 */
export function openPreviewEngine({ root, editions: wanted, openPrinter }: EngineOptions): PreviewEngine {
  const files = diskFiles(root);
  const wantedEditions = (): readonly string[] => {
    const all = listEditions(files);
    return wanted.length === 0 ? all : all.filter((name) => wanted.includes(name));
  };
  expectEditions(wanted, listEditions(files));
  const store = openStore();
  const changes = collectChanges();
  const kept = keepProject(root);
  const finisher = openFinisher();
  const printer = openWarmPrinter(openPrinter);
  const mayReportFaults = async () => (await changes.quietFor(faultsWait)) && !isClosed;
  const context: BuildContext = { store, printer, finisher, mayReportFaults };
  const compiled = new Map<string, Compiled>();
  const pending = new Set<string>();
  let lookedAt = '';
  let isClosed = false;

  const watching = watchFiles(root, (paths) => {
    for (const name of affectedEditions(paths, store.names)) finisher.giveUp(name);
    changes.add(paths);
  });
  const running = run();
  return {
    state: store.state,
    onState: store.onState,
    version: (edition, version) => store.get(edition)?.versions.find((shown) => shown.version === version),
    look(edition) {
      lookedAt = edition;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      watching[Symbol.dispose]();
      changes.wake();
      await finisher[Symbol.asyncDispose]();
      await running;
      await printer[Symbol.asyncDispose]();
      await kept[Symbol.asyncDispose]();
    },
  };

  async function run(): Promise<void> {
    let project: Project | undefined;
    let isFresh = false;
    while (!isClosed) {
      try {
        const name = pending.has(lookedAt) ? lookedAt : [...pending][0];
        if (changes.any || !isFresh) {
          isFresh = true;
          // Its data may be closed for good when reading it anew fails.
          project = undefined;
          project = await refresh(changes.take());
        } else if (name === undefined || !project) await changes.next();
        else await build(name, project);
      } catch (error) {
        // Whatever it is, the next save is another chance.
        store.setShared([faultDiagnostic(error)]);
        if (!isClosed && !changes.any) await changes.next();
      }
    }
  }

  async function build(name: string, project: Project): Promise<void> {
    pending.delete(name);
    const end = await buildEdition(name, project, context);
    if (end.kind === 'put off') pending.add(name);
    if (end.kind === 'printed') compiled.set(name, end.compiled);
    else compiled.delete(name);
    if (pending.size === 0) reportShared();
  }

  /** Reads anew what was changed, and notes whose pages that may change; undefined where nothing can be printed. */
  async function refresh(paths: readonly string[]): Promise<Project | undefined> {
    const known = new Set(store.names);
    store.list(wantedEditions());
    const isNew = (name: string) => !known.has(name);
    for (const name of [...affectedEditions(paths, store.names), ...store.names.filter(isNew)]) pending.add(name);
    try {
      const project = await kept.refresh(paths);
      const diagnostics = kept.diagnostics();
      if (project && !diagnostics.some(({ severity, rule }) => severity === 'error' && !keepsNothingBack.has(rule))) {
        reportShared();
        return project;
      }
      await breakAll(diagnostics.map(previewDiagnostic));
    } catch (error) {
      await breakAll([...kept.diagnostics().map(previewDiagnostic), faultDiagnostic(error)]);
    }
    return undefined;
  }

  async function breakAll(diagnostics: readonly PreviewDiagnostic[]): Promise<void> {
    // All of them wait for the file that all need.
    for (const name of store.names) pending.add(name);
    if (!(await mayReportFaults())) return;
    store.setShared(diagnostics);
    for (const name of store.names) store.set(name, { status: 'broken', diagnostics: [] });
  }

  /** What belongs to no single edition. Which names of the series none of them needs, only all together can tell. */
  function reportShared(): void {
    const all = listEditions(files);
    const editions = all.flatMap((name) => compiled.get(name) ?? []);
    const across = diagnosticsAcrossEditions(files, editions, all, kept.diagnostics());
    store.setShared([...kept.diagnostics(), ...across].map(previewDiagnostic));
  }
}
