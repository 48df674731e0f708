import type { Nodes, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { directiveRow, isPlacedKind } from '../../press/prose/directives.ts';
import { parseMarkdown } from '../../press/prose/markdown.ts';

/** What stays of a section whose prose gives way: a chart, table, map, timeline or key figures. */
export interface KeptFigure {
  /** "chart aid-2020", or "key-figures". */
  readonly name: string;
  readonly markdown: string;
  /** How far into the section it stood: 0 at its head, 1 at its end. */
  readonly at: number;
}

/** The figures of one section, with the notes that they call, as they are to be written. */
export interface KeptFigures {
  readonly title: string;
  readonly figures: readonly KeptFigure[];
  readonly notes: readonly string[];
}

/** Whose figures they are, and what of them must not stand under the names of a manuscript's authors. */
export interface Adoption {
  /**
   * `labelled`: they come from a reconstruction, so each says that the press added it until the authors adopt it ·
   * `as before`: they come from an edition of the authors' own
   */
  readonly figures: 'labelled' | 'as before';
  /** Sources that are the edition itself. */
  readonly ownSources: ReadonlySet<string>;
}

/**
 * Finds the figures of a section. Their notes get names that no note of a manuscript has; out of a reconstruction they lose
 * its voice ("our sources") and what cites the edition itself.
 */
export function keptFigures(markdown: string, adoption: Adoption): KeptFigures {
  const tree = parseMarkdown(markdown);
  const [first] = tree.children;
  const title = first?.type === 'heading' ? sliceOf(markdown, first).replace(/^#+\s*/, '') : '';
  const figures: KeptFigure[] = [];
  const called = new Set<string>();
  const written = new Map(
    tree.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, adoptedText(sliceOf(markdown, node), adoption)]] : [],
    ),
  );
  const flow = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  flow.forEach((top, index) => {
    visit(top, (node) => {
      const name = nameOf(node);
      if (name === undefined) return;
      visit(node, 'footnoteReference', ({ identifier }) => {
        if (!isEmptyNote(written.get(identifier))) called.add(identifier);
      });
      const at = flow.length < 2 ? 1 : index / (flow.length - 1);
      figures.push({ name, markdown: adoptedBlock(sliceOf(markdown, node), written, adoption), at });
    });
  });
  const notes = [...written].flatMap(([name, note]) => (called.has(name) && note ? [withOwnNotes(note)] : []));
  return { title, figures, notes };
}

function nameOf(node: Nodes): string | undefined {
  if (node.type === 'leafDirective' && isPlacedKind(node.name)) return `${node.name} ${textOf(node)}`;
  const isFigures = node.type === 'containerDirective' && directiveRow('container', node.name)?.holds === 'figures';
  return isFigures ? node.name : undefined;
}

function sliceOf(markdown: string, node: Nodes): string {
  return markdown.slice(node.position?.start.offset, node.position?.end.offset);
}

function withOwnNotes(markdown: string): string {
  return markdown.replace(/\[\^(?=note-\d)/g, '[^kept-');
}

function isEmptyNote(note: string | undefined): boolean {
  return note !== undefined && /^\[\^[^\]]+\]:\s*$/.test(note);
}

/** Key figures say themselves that the press added them; other figures do so in their files. */
function adoptedBlock(markdown: string, notes: ReadonlyMap<string, string>, adoption: Adoption): string {
  const withoutCalls = markdown.replace(/\[\^([^\]]+)\]/g, (call, name: string) =>
    isEmptyNote(notes.get(name.toLowerCase())) ? '' : call,
  );
  const text = withOwnNotes(withoutOwnSources(withoutCalls, adoption.ownSources));
  return adoption.figures === 'labelled' ? text.replace(/^(:{3,}key-figures)(?!\{)/, '$1{adopted=false}') : text;
}

function adoptedText(markdown: string, { figures, ownSources }: Adoption): string {
  const [, label = '', words = markdown] = /^(\[\^[^\]]+\]:\s*)([\s\S]*)$/.exec(markdown) ?? [];
  const cited = withoutOwnSources(words, ownSources);
  return `${label}${figures === 'labelled' ? withoutVoice(cited) : cited}`;
}

/** A text without the citations of some sources: "[@own; @other, p. 2]" becomes "[@other, p. 2]". */
function withoutOwnSources(text: string, own: ReadonlySet<string>): string {
  return text.replace(/\s*\[@([^\]]*)\]/g, (written, list: string) => {
    const cited = `@${list}`.split(/\s*;\s*/);
    const others = cited.filter((one) => !own.has(/^@([\w-]+)/.exec(one)?.[1] ?? ''));
    if (others.length === cited.length) return written;
    return others.length === 0 ? '' : ` [${others.join('; ')}]`;
  });
}

const firstPerson = /(?<![\p{L}.])(?:[Ww]e|us|[Oo]urs?|[Oo]urselves|[Nn]ous|[Nn]otre|[Nn]os)(?!\p{L})/u;

/** A text without the sentences in which its writers speak of themselves: under other names they would be another's. */
function withoutVoice(text: string): string {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment)
    .filter((sentence) => !firstPerson.test(sentence))
    .join('')
    .trimEnd();
}

/**
 * The file of a figure under the names of a manuscript's authors: of a reconstruction's, that they have not adopted it yet;
 * its note without the voice of those who made it; its sources without the edition itself. All else stays as it was written.
 */
export function adoptedFile(yaml: string, { figures, ownSources }: Adoption): string {
  const document = parseDocument(yaml);
  if (document.errors.length > 0 || !isMap(document.contents)) return yaml;
  const before = document.toString({ lineWidth: 0 });
  takeOwnSources(document.contents, ownSources);
  if (figures === 'labelled') {
    takeVoice(document, 'note');
    if (!document.has('adopted')) {
      const value = document.createNode(false);
      value.comment = ' true, once the partners take it as theirs';
      document.set('adopted', value);
    }
  }
  const after = document.toString({ lineWidth: 120 });
  return document.toString({ lineWidth: 0 }) === before ? yaml : after;
}

/** Takes the edition itself out of every list of sources; one that is empty then says that a figure is its authors' own. */
export function takeOwnSources(map: YAMLMap, own: ReadonlySet<string>): void {
  for (const { key, value } of map.items) {
    const isSource = isScalar(key) && key.value === 'source';
    if (isSource && isScalar(value) && own.has(String(value.value))) map.set('source', []);
    else if (isSource && isSeq(value)) {
      value.items = value.items.filter((item) => !(isScalar(item) && own.has(String(item.value))));
    } else if (isMap(value)) takeOwnSources(value, own);
    else if (isSeq(value)) for (const item of value.items) if (isMap(item)) takeOwnSources(item, own);
  }
}

function takeVoice(document: Document, key: string): void {
  const node = document.get(key, true);
  const texts = isMap(node) ? node.items.map(({ value }) => value) : [node];
  for (const text of texts) {
    if (!isScalar(text) || typeof text.value !== 'string') continue;
    const left = withoutVoice(text.value);
    if (left === text.value.trimEnd()) continue;
    if (left === '') document.delete(key);
    else text.value = left;
  }
}

/** Blocks after which nothing of another kind may be put: what follows belongs to them. */
const leads: ReadonlySet<string> = new Set(['list', 'table', 'blockquote', 'code']);

/**
 * Puts figures between the paragraphs of a section's new text: each about as far into it as it stood before, never right
 * under a heading and never between a paragraph and its list.
 */
export function placeFigures(body: readonly RootContent[], figures: readonly KeptFigure[]): Root['children'] {
  const gaps = body.flatMap((node, index) => {
    const next = body[index + 1];
    return node.type === 'heading' || (next && leads.has(next.type)) ? [] : [index + 1];
  });
  const end = body.length;
  const at = figures.map((figure) => {
    const wanted = figure.at * end;
    return gaps.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? end;
  });
  // They keep their order.
  for (let index = 1; index < at.length; index += 1) at[index] = Math.max(at[index] ?? end, at[index - 1] ?? 0);
  const raw = (index: number): RootContent[] =>
    figures.flatMap(({ markdown }, nth) => (at[nth] === index ? [{ type: 'html' as const, value: markdown }] : []));
  return [...raw(0), ...body.flatMap((node, index) => [node, ...raw(index + 1)])];
}
