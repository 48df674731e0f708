import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { sentences } from '../../../cli/sentences.ts';
import { compareWords } from '../../../import/document-text/comparison.ts';
import {
  type DocumentPart,
  type DocumentText,
  type DocumentWord,
  tokensOf,
} from '../../../import/document-text/document-text.ts';
import { documentText } from '../../../import/document-text/read-document-text.ts';
import { importCommand } from '../../../import/import-command.ts';
import { collectDiagnostics, type Diagnostic } from '../../../press/diagnostics/diagnostic.ts';
import { compileEdition, pressEdition } from '../../../press/index.ts';
import { printable } from '../../../press/page/check-glyphs.ts';
import type { Printer } from '../../../press/print/open-browser.ts';
import { openProject } from '../../../press/project.ts';
import { type Loss, lossesOf } from './losses.ts';

/** What became of a document that was poured into a new edition. */
export interface Trial {
  /** Whether the document says nothing: a sentence that it has no text is the right end of it. */
  readonly isEmpty: boolean;
  /** Why there is no edition; empty where there is one. */
  readonly refused: string;
  /** What keeps the edition from being printed: the message of each error, by its rule. */
  readonly errors: readonly { readonly rule: string; readonly message: string }[];
  readonly warnings: number;
  /** What was left out without a word. Nothing is known of it where no page came of the document. */
  readonly lost: readonly Loss[];
  /** How many words stand elsewhere than in the document, and how many were parted or joined otherwise. */
  readonly moved: number;
  readonly spaced: number;
}

/** The edition that a document becomes. */
const edition = 'bench-import';
const now = new Date('2031-07-01T12:00:00Z');

/**
 * Imports a document into a new edition of a copy of a project, compiles it, and holds its page against the document.
 *
 * @param base a project that nothing is written into
 * @param printer prints the edition too, where there is one
 */
export async function tryDocument(file: string, base: string, printer: Printer | undefined): Promise<Trial> {
  await using copied = await copyOf(base);
  const { root } = copied;
  const document = await readDocument(file);
  const isEmpty = document?.words.length === 0;
  const refusal = (refused: string): Trial => {
    return { isEmpty, refused, errors: [], warnings: 0, lost: [], moved: 0, spaced: 0 };
  };
  let report: string;
  try {
    const { text, code } = await importCommand([file, '--edition', edition], root, now);
    if (code !== 0) return refusal(text);
    report = text;
  } catch (error) {
    return refusal(sentences(error));
  }
  const { html, diagnostics, failure, asPrinted } = await pageOf(root, printer);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const printed = html === undefined ? undefined : printedOn(html);
  // Letters that no font has print as a sign, and are told: a word of them is not lost.
  const words = document?.words.flatMap((word) => signsOf(word, asPrinted));
  const comparison = printed && words && compareWords(words, printed.text);
  return {
    isEmpty,
    refused: '',
    errors: [...errors.map(({ rule, message }) => ({ rule, message })), ...failure],
    warnings: diagnostics.length - errors.length,
    lost: comparison
      ? lossesOf({
          parts: printedParts(document?.parts ?? [], asPrinted),
          comparison,
          pictures: printed.pictures,
          report,
        })
      : [],
    moved: sumOf(comparison?.moved ?? []),
    spaced: sumOf(comparison?.spaced ?? []),
  };
}

/** What a document says; undefined for one that is damaged or has a password. */
async function readDocument(file: string): Promise<DocumentText | undefined> {
  const bytes = await readFile(file);
  try {
    return documentText(bytes, extname(file).slice(1));
  } catch {
    return undefined;
  }
}

async function copyOf(base: string): Promise<AsyncDisposable & { readonly root: string }> {
  const root = await mkdtemp(`${base}-`);
  await cp(base, root, { recursive: true });
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

interface Page {
  /** Undefined where the edition cannot be read. */
  readonly html: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** How printing failed, if it did. */
  readonly failure: Trial['errors'];
  /** A text with a sign in the place of each letter that no font has. */
  readonly asPrinted: (text: string) => string;
}

function printedParts(parts: readonly DocumentPart[], asPrinted: Page['asPrinted']): readonly DocumentPart[] {
  return parts.map((part) => ({ ...part, words: part.words.map(asPrinted) }));
}

function signsOf(word: DocumentWord, asPrinted: Page['asPrinted']): readonly DocumentWord[] {
  const text = asPrinted(word.text);
  if (text === word.text) return [word];
  return tokensOf(text).map((token, index) => ({ ...word, text: token.text, spaced: index === 0 && word.spaced }));
}

async function pageOf(root: string, printer: Printer | undefined): Promise<Page> {
  const diagnostics = collectDiagnostics();
  const { report } = diagnostics;
  await using project = await openProject(root, report);
  const compiled = project && (await compileEdition(edition, project, report, () => {}));
  const html = compiled?.compose(new Map()).html;
  let failure: Trial['errors'] = [];
  if (printer && compiled && !diagnostics.failed) {
    // Its check of the finished file holds the words of the PDF against those of the page.
    const world = { epoch: undefined, report, onStage: () => {} };
    await pressEdition(compiled, printer, world).catch((error: unknown) => {
      failure = [{ rule: 'printing', message: sentences(error) }];
    });
  }
  const asPrinted = (text: string) => (project ? printable(text, project.coverage, 'text') : text);
  return { html, diagnostics: diagnostics.list(), failure, asPrinted };
}

function sumOf(runs: readonly { readonly count: number }[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

/** What a reader of an edition's page has of the document that it was made from. */
interface Printed {
  /** In the order in which it is read, without what a document cannot have: drawings, and the press's own contents and calls. */
  readonly text: string;
  readonly pictures: number;
}

/** Reads the page of an edition, as HTML. */
export function printedOn(html: string): Printed {
  const page = fromHtml(html);
  let pictures = 0;
  visit(page, { tagName: 'img' }, () => {
    pictures += 1;
  });
  return { text: Array.from(piecesOf(page)).join(''), pictures };
}

const inline = new Set('a b cite code del em i mark q s small span strong sub sup u'.split(' '));
const unseen = new Set(['head', 'nav', 'svg', 'script', 'style']);
const ofNotes = new Set(['doc-noteref', 'doc-backlink', 'doc-toc']);

function* piecesOf(node: Nodes): Iterable<string> {
  if (node.type === 'text') yield node.value;
  if (node.type === 'root') for (const child of node.children) yield* piecesOf(child);
  if (node.type !== 'element' || unseen.has(node.tagName) || ofNotes.has(String(node.properties.role ?? ''))) return;
  const around = inline.has(node.tagName) ? '' : '\n';
  yield around;
  let number = Number(node.properties.start ?? 1);
  for (const child of node.children) {
    // The browser prints the numbers of lists. Notes have theirs as text.
    const isNumbered = node.tagName === 'ol' && child.type === 'element' && child.properties.role !== 'doc-endnote';
    if (isNumbered) yield `\n${number++}. `;
    yield* piecesOf(child);
  }
  yield around;
}
