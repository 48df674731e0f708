import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sentences } from '../../cli/sentences.ts';
import type { Diagnostic } from '../../press/diagnostics/diagnostic.ts';
import type { PageNumbers } from '../../press/page/page-html.ts';
import type { PreviewDiagnostic, PreviewEdition, PreviewPlaces, PreviewState, PreviewStatus } from '../protocol.ts';

/** What is known of all editions, and who wants to hear of it. */
export interface EditionStore {
  readonly names: readonly string[];
  get(name: string): EditionRecord | undefined;
  /** Changes what is known of an edition; of one that is no longer there nothing. */
  set(name: string, values: Partial<EditionRecord>): void;
  setShared(diagnostics: readonly PreviewDiagnostic[]): void;
  /** From now on there are these editions; of those that there were, all stays known. */
  list(names: readonly string[]): void;
  state(): PreviewState;
  /** Takes every new state; gives back what ends that. */
  onState(listener: (state: PreviewState) => void): () => void;
}

/** Knows of no edition yet. */
export function openStore(): EditionStore {
  let records: ReadonlyMap<string, EditionRecord> = new Map();
  let shared: readonly PreviewDiagnostic[] = [];
  const listeners = new Set<(state: PreviewState) => void>();

  const state = (): PreviewState => ({ editions: [...records.values()].map(stateOf), shared });
  const tell = (): void => {
    const now = state();
    for (const listener of [...listeners]) listener(now);
  };
  return {
    get names() {
      return [...records.keys()];
    },
    get: (name) => records.get(name),
    set(name, values) {
      const record = records.get(name);
      if (!record) return;
      Object.assign(record, values);
      tell();
    },
    setShared(diagnostics) {
      if (diagnostics.length === 0 && shared.length === 0) return;
      shared = diagnostics;
      tell();
    },
    list(names) {
      const before = records;
      if (names.length === before.size && names.every((name) => before.has(name))) return;
      records = new Map(names.map((name) => [name, before.get(name) ?? newRecord(name)]));
      tell();
    },
    state,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** One version of an edition's pages, as it can be fetched. */
export interface ShownVersion {
  readonly version: number;
  readonly pages: number;
  /** When it was printed, in milliseconds since 1970. */
  readonly at: number;
  /** The print, and the finished PDF once there is one. */
  readonly pdf: Uint8Array;
  /** Undefined until it is finished. */
  readonly places: PreviewPlaces | undefined;
}

/** What the engine knows of an edition. It changes with every step; `stateOf` gives what the page sees. */
interface EditionRecord {
  readonly name: string;
  title: string;
  language: string;
  status: PreviewStatus;
  diagnostics: readonly PreviewDiagnostic[];
  took: { compile: number; print: number; finish: number } | undefined;
  /** The page numbers of the last print: for the most part they are those of the next. */
  numbers: PageNumbers;
  /** The newest last. The one before is kept, since the page may just be fetching it. */
  versions: readonly ShownVersion[];
}

/** An edition of which nothing is known yet. */
function newRecord(name: string): EditionRecord {
  return {
    name,
    title: name,
    language: '',
    status: 'waiting',
    diagnostics: [],
    took: undefined,
    numbers: new Map(),
    versions: [],
  };
}

/** The record as the page sees it. */
function stateOf({ name, title, language, status, diagnostics, took, versions }: EditionRecord): PreviewEdition {
  const shown = versions.at(-1);
  return {
    name,
    title,
    language,
    status,
    diagnostics,
    ...(shown && {
      shown: { version: shown.version, finished: shown.places !== undefined, pages: shown.pages, at: shown.at },
    }),
    ...(took && { took: { ...took } }),
  };
}

const repository = join(import.meta.dirname, '../../..');

/** A diagnostic as the page takes it, with the page of the docs that explains its rule, where there is one. */
export function previewDiagnostic({ rule, severity, place, message, cure }: Diagnostic): PreviewDiagnostic {
  const help = `docs/rules/${rule}.md`;
  return {
    severity,
    rule,
    file: place.file,
    line: place.line,
    column: place.column,
    message,
    cure,
    ...(existsSync(join(repository, help)) && { help }),
  };
}

/** A fault of the press or the machine as the page takes it. */
export function faultDiagnostic(error: unknown): PreviewDiagnostic {
  return { severity: 'error', rule: 'press', file: '', line: 0, column: 0, message: sentences(error) };
}
