import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withDigest } from '../../scripts/data/with-digest.ts';
import { digestOf } from '../../scripts/press/data/file-digest.ts';
import { openBrowser } from '../../scripts/press/print/open-browser.ts';
import {
  type EngineOptions,
  openPreviewEngine,
  type PreviewEngine,
} from '../../scripts/preview/engine/preview-engine.ts';
import type { PreviewEdition, PreviewState } from '../../scripts/preview/protocol.ts';

/** An engine over a project, and what a test does with both. */
export interface OpenEngine extends AsyncDisposable {
  readonly engine: PreviewEngine;
  /** Waits for a state of which this is true. */
  until(isSo: (state: PreviewState) => boolean): Promise<PreviewState>;
  /** Waits for a state of the edition of which this is true. */
  untilEdition(name: string, isSo: (edition: PreviewEdition) => boolean): Promise<PreviewEdition>;
  /** Saves a file: its new text, or what becomes of its old one. */
  save(path: string, text: string | ((before: string) => string)): Promise<void>;
  /** Saves it, and waits until new pages of the edition are shown and finished. */
  saveAndSee(path: string, text: string | ((before: string) => string), edition: string): Promise<PreviewEdition>;
}

/** Opens an engine over a project's folder. */
export function openEngine(root: string, options: Partial<EngineOptions> = {}): OpenEngine {
  const engine = openPreviewEngine({ root, editions: [], openPrinter: () => openBrowser({ jobs: 1 }), ...options });
  const until = (isSo: (state: PreviewState) => boolean): Promise<PreviewState> => {
    const { promise, resolve } = Promise.withResolvers<PreviewState>();
    const look = (state: PreviewState): void => {
      if (isSo(state)) resolve(state);
    };
    const stop = engine.onState(look);
    look(engine.state());
    return promise.finally(stop);
  };
  const editionIn = (state: PreviewState, name: string) => state.editions.find((edition) => edition.name === name);
  const untilEdition = async (name: string, isSo: (edition: PreviewEdition) => boolean): Promise<PreviewEdition> => {
    const state = await until((now) => {
      const edition = editionIn(now, name);
      return edition !== undefined && isSo(edition);
    });
    return editionIn(state, name) as PreviewEdition;
  };
  const save: OpenEngine['save'] = async (path, text) => {
    const file = join(root, path);
    const after = typeof text === 'string' ? text : text(await readFile(file, 'utf8'));
    // As editors save that are careful: else the engine may see the file before all of it is written, and print that, too.
    const whole = join(root, 'being-saved');
    await writeFile(whole, after);
    await rename(whole, file);
  };
  return {
    engine,
    until,
    untilEdition,
    save,
    async saveAndSee(path, text, name) {
      const before = editionIn(engine.state(), name)?.shown?.version ?? 0;
      await save(path, text);
      return await untilEdition(name, isReadyAfter(before));
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** Whether pages newer than a version are shown, and finished. */
export function isReadyAfter(version: number): (edition: PreviewEdition) => boolean {
  return ({ status, shown }) => status === 'ready' && shown !== undefined && shown.version > version;
}

/** The text of a data package that accepts a dataset as a file now is. */
export async function accepting(root: string, dataset: string, path: string): Promise<string> {
  const yaml = await readFile(join(root, 'data/datapackage.yaml'), 'utf8');
  return withDigest(yaml, dataset, digestOf(await readFile(join(root, path))));
}
