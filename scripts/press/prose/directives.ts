import type { Nodes, Parents } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Handlers, State } from 'mdast-util-to-hast';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type PlaceContainer, placeCallout, placeKeyFigures } from './container-directives.ts';
import { beginningOf, bracketsOf, colons, type Directive, type DirectiveForm, tornRest } from './directive-text.ts';
import { hole } from './elements.ts';
import { type PlaceNamed, placeChart, placeMap, placeTable, placeTimeline } from './figures.ts';
import type { PlacedBlock, PlacedKind } from './prose.ts';
import {
  type WriteText,
  writeClaim,
  writeFact,
  writePassage,
  writeReference,
  writeSectionReference,
} from './text-directives.ts';
import type { NumberLabel, PlaceOf, Writing } from './writing.ts';

/** What every directive has. */
interface DirectiveBase {
  readonly name: string;
  /**
   * What stands between its brackets: the name of what it means; a number or words, which are printed; the title of its lines;
   * or nothing that is read.
   */
  readonly brackets: 'name' | 'number' | 'words' | 'title' | 'nothing';
  /** What its braces can say: one key, or the code of a language. */
  readonly braces: Key | 'language' | 'nothing';
  /** What editors offer for it. */
  readonly snippets: readonly Snippet[];
}

/** The one key that the braces behind a directive can hold. */
interface Key {
  readonly key: string;
  /** The last of them is what cures show. */
  readonly values: readonly string[] | 'any';
}

/** What an editor writes for a few letters. */
export interface Snippet {
  readonly title: string;
  readonly prefix: string;
  /** `<1:name>` is to be written over, `<2|one,other|>` to be chosen, in the order of their numbers. */
  readonly body: string;
  readonly description: string;
}

/** A directive within a line. */
interface TextRow extends DirectiveBase {
  readonly form: 'text';
  readonly write: WriteText;
}

/** What places a thing that has a file of its own. */
interface LeafRow extends DirectiveBase {
  readonly form: 'leaf';
  readonly name: PlacedKind;
  readonly place: PlaceNamed;
  /** The partial of templates/partials/ that prints it. */
  readonly view: string;
  /** The label that numbers it. */
  readonly label: NumberLabel | undefined;
}

/** What places the lines that it stands around. */
interface ContainerRow extends DirectiveBase {
  readonly form: 'container';
  readonly name: Exclude<PlacedBlock['kind'], PlacedKind>;
  /** What its lines are when a manuscript's text takes the place of a section's: figures, which stay, or text. */
  readonly holds: 'figures' | 'text';
  readonly place: PlaceContainer;
  /** The partial of templates/partials/ that prints it. */
  readonly view: string;
}

/** A directive: its name, its form, what it takes, what writes or places it, what prints it, and what editors offer for it. */
export type DirectiveRow = TextRow | LeafRow | ContainerRow;

/**
 * Every directive there is. A new one is a row here; a template, if it is placed; and its line in docs/authors.md. The parser,
 * the checks, the plan of numbers, the handlers below and the snippets of editors all read this table.
 */
export const directives: readonly DirectiveRow[] = [
  {
    name: 'fact',
    form: 'text',
    brackets: 'name',
    braces: { key: 'as', values: 'any' },
    write: writeFact,
    snippets: [
      {
        title: 'Fact',
        prefix: 'fact',
        body: ':fact[<1:fact-name>]',
        description: 'A number of facts.yaml, by its name',
      },
      {
        title: 'Fact in another format',
        prefix: 'fact-as',
        body: ':fact[<1:fact-name>]{as=<2|number,year,long,short,full,size,rose-or-fell,rise-or-fall,higher-or-lower,more-or-fewer,more-or-fewer-than,more-or-less-than,growth,multiple,fraction|>}',
        description: 'A fact in another format, or a word that its value decides',
      },
    ],
  },
  {
    name: 'claim',
    form: 'text',
    brackets: 'number',
    braces: { key: 'fact', values: 'any' },
    write: writeClaim,
    snippets: [
      {
        title: 'Claim',
        prefix: 'claim',
        body: ':claim[<1:as-printed>]{fact=<2:fact-name>}',
        description: 'A number as somebody printed it, checked against a fact',
      },
    ],
  },
  reference('chart'),
  reference('map'),
  reference('table'),
  {
    name: 'section',
    form: 'text',
    brackets: 'name',
    braces: 'nothing',
    write: writeSectionReference,
    snippets: [seeSnippet('section', 'Refers to a section, by the name of its file without the number')],
  },
  {
    name: 'lang',
    form: 'text',
    brackets: 'words',
    braces: 'language',
    write: writePassage,
    snippets: [
      {
        title: 'Words in another language',
        prefix: 'lang',
        body: ':lang[<1:words>]{<2|fr,ar,am,es,de|>}',
        description: 'A passage in another language, which screen readers then speak as such',
      },
    ],
  },
  leaf('chart', placeChart, 'figure', 'figure-number'),
  leaf('map', placeMap, 'figure', 'figure-number'),
  leaf('table', placeTable, 'table', 'table-number'),
  leaf('timeline', placeTimeline, 'timeline', undefined),
  {
    name: 'key-figures',
    form: 'container',
    brackets: 'nothing',
    braces: { key: 'adopted', values: ['true', 'false'] },
    holds: 'figures',
    place: placeKeyFigures,
    view: 'key-figures',
    snippets: [
      {
        title: 'Key figures',
        prefix: 'key-figures',
        body: `:::key-figures
- :fact[<1:fact-name>] <2:what it counts, where and when> [@<3:source-id>]
- :fact[<4:fact-name>] <5:what it counts, where and when> [@<6:source-id>]
:::`,
        description: 'A strip of key figures: a line each, which begins with its fact',
      },
    ],
  },
  {
    name: 'callout',
    form: 'container',
    brackets: 'title',
    braces: 'nothing',
    holds: 'text',
    place: placeCallout,
    view: 'callout',
    snippets: [
      {
        title: 'Call-out',
        prefix: 'callout',
        body: ':::callout[<1:Title>]\n<2:A word beside the text.>\n:::',
        description: 'A word beside the text',
      },
    ],
  },
];

function reference(kind: 'chart' | 'map' | 'table'): TextRow {
  return {
    name: kind,
    form: 'text',
    brackets: 'name',
    braces: 'nothing',
    write: (directive, writing) => writeReference(kind, directive, writing),
    snippets: [seeSnippet(kind, `Refers to a ${kind} by its number`)],
  };
}

function seeSnippet(name: string, description: string): Snippet {
  const title = `${capital(name)}, referred to`;
  return { title, prefix: `see-${name}`, body: `:${name}[<1:${name}-name>]`, description };
}

function leaf(name: PlacedKind, place: PlaceNamed, view: string, label: NumberLabel | undefined): LeafRow {
  const description = `Places a ${name} of ${folderOf(name)}/`;
  const snippet = { title: capital(name), prefix: name, body: `::${name}[<1:${name}-name>]`, description };
  return { name, form: 'leaf', brackets: 'name', braces: 'nothing', place, view, label, snippets: [snippet] };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The folder of an edition that holds the files of a kind. */
function folderOf(kind: string): string {
  return `${kind}s`;
}

/** The row of a directive of this form. */
export function directiveRow<Form extends DirectiveForm>(
  form: Form,
  name: string,
): Extract<DirectiveRow, { form: Form }> | undefined {
  return directives.find((row): row is Extract<DirectiveRow, { form: Form }> => row.form === form && row.name === name);
}

/** The names of the directives of this form. */
export function directiveNames(form: DirectiveForm): readonly string[] {
  return directives.flatMap((row) => (row.form === form ? [row.name] : []));
}

/** Whether a directive of any form has this name. */
export function isDirectiveName(name: string): boolean {
  return directives.some((row) => row.name === name);
}

/** Whether a section places something of this kind by its name: a chart, a map, a table or a timeline. */
export function isPlacedKind(name: string): name is PlacedKind {
  return directiveRow('leaf', name) !== undefined;
}

/** Handlers for directives: what they write within a line, and what they place between paragraphs. */
export function directiveHandlers(placeOf: PlaceOf, writing: Writing): Handlers {
  return {
    textDirective(state: State, node: TextDirective, parent: Parents | undefined) {
      return writeText(state, node, parent) ?? hole('span', wanted(node), placeOf(node));
    },
    leafDirective(_state: State, node: LeafDirective) {
      const block = placeLeaf(node);
      return block ? writing.standIn(block) : hole('div', wanted(node), placeOf(node));
    },
    containerDirective(_state: State, node: ContainerDirective) {
      const block = placeLines(node);
      return block ? writing.standIn(block) : hole('div', node.name, placeOf(node));
    },
  };

  function writeText(state: State, node: TextDirective, parent: Parents | undefined): ReturnType<WriteText> {
    const row = findRow('text', node, placeOf, writing);
    if (!row) return undefined;
    const directive = { node, name: bracketsOf(node), place: placeOf(node), inner: () => state.all(node) };
    // Words need not be there; their braces are the writer's to check.
    if (row.brackets === 'words') return row.write(directive, writing);
    // What is torn is reported as a slip.
    if (node.children.length === 0 && tornRest(textAfter(node, parent)) !== undefined) return undefined;
    if (!hasBrackets(row, node, placeOf, writing)) return undefined;
    checkBraces(row, node, directive.name, placeOf, writing);
    return row.write(directive, writing);
  }

  function placeLeaf(node: LeafDirective) {
    const row = findRow('leaf', node, placeOf, writing);
    if (!row || !hasBrackets(row, node, placeOf, writing)) return undefined;
    const name = bracketsOf(node);
    checkBraces(row, node, name, placeOf, writing);
    return row.place(name, placeOf(node), writing);
  }

  function placeLines(node: ContainerDirective) {
    const row = findRow('container', node, placeOf, writing);
    if (!row) return undefined;
    checkBraces(row, node, '', placeOf, writing);
    return row.place(node, placeOf, writing);
  }
}

/** What a directive asks for, by kind and name. */
function wanted(node: TextDirective | LeafDirective): string {
  return `${node.name} ${bracketsOf(node)}`.trim();
}

function textAfter(node: TextDirective, parent: Parents | undefined): string {
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const next = siblings[siblings.indexOf(node) + 1];
  return next?.type === 'text' ? next.value : '';
}

/** The row of a directive; one that is not in the table is reported. */
function findRow<Form extends DirectiveForm>(form: Form, node: Directive, placeOf: PlaceOf, { report }: Writing) {
  const row = directiveRow(form, node.name);
  if (row) return row;
  const other = directives.find(({ name }) => name === node.name);
  report({
    rule: 'directive-unknown',
    place: placeOf(node),
    message: `there is no directive "${beginningOf(node)}"`,
    cure: other
      ? `did you mean "${colons[other.form]}${node.name}"?`
      : `${didYouMean(node.name, directiveNames(form), 'directives here')} (to print a colon before a letter, write \\:)`,
  });
  return undefined;
}

/** Whether something stands in the brackets of a directive that needs it; else that is reported. */
function hasBrackets(row: DirectiveRow, node: TextDirective | LeafDirective, placeOf: PlaceOf, { report }: Writing) {
  if (bracketsOf(node) !== '') return true;
  const written = beginningOf(node);
  const place = placeOf(node);
  if (row.brackets === 'number') {
    report({
      rule: 'claim-shape',
      place,
      message: `"${written}" stands here without its number`,
      cure: 'write its number in square brackets and its fact in braces, like :claim[54 %]{fact=name}',
    });
  } else {
    report({
      rule: 'directive-shape',
      place,
      message: `"${written}" does not say which ${row.name} it means`,
      cure: `write its name in square brackets, like ${written}[name]`,
    });
  }
  return false;
}

/** Reports what the braces behind a directive say and nobody reads. */
function checkBraces(row: DirectiveRow, node: Directive, name: string, placeOf: PlaceOf, { report }: Writing): void {
  if (row.braces === 'language') return;
  const { key: known, values } = row.braces === 'nothing' ? ({ key: undefined, values: 'any' } as const) : row.braces;
  const written = `${beginningOf(node)}${name === '' ? '' : `[${name}]`}`;
  const place = placeOf(node);
  for (const [key, value] of Object.entries(node.attributes ?? {})) {
    const typed = `"${asTyped(key, value ?? '')}" in the braces of "${written}"`;
    const example = values === 'any' ? value || key : values.at(-1);
    if (key !== known) {
      const cure =
        known !== undefined && !(known in (node.attributes ?? {}))
          ? `write ${written}{${known}=${example}}, or take the braces out`
          : row.form === 'leaf'
            ? `take it out; how it looks is said in ${folderOf(row.name)}/${name}.yaml`
            : 'take it out';
      report({ rule: 'key-unknown', place, message: `${typed} means nothing`, cure });
    } else if (values !== 'any' && !values.includes(value ?? '')) {
      const cure = `write ${written}{${known}=${example}}, or take the braces out`;
      report({ rule: 'value-type', place, message: `${typed} is neither ${values.join(' nor ')}`, cure });
    }
  }
}

function asTyped(key: string, value: string): string {
  if (key === 'class') return `.${value}`;
  if (key === 'id') return `#${value}`;
  return value === '' ? key : `${key}=${value}`;
}
