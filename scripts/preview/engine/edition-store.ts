import type { PreviewDiagnostic, PreviewState } from '../protocol.ts';
import { type EditionRecord, newRecord, stateOf } from './edition-record.ts';

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
