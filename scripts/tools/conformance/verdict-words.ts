import type { StructureElement, StructureNode, TaggedPdf } from './structure.ts';
import { type Failure, type Standard, standardNames, type Verdict } from './verdicts.ts';

/**
 * A verdict in words: nothing for a pass; for a failure each rule with what it means, where, and who can mend it.
 *
 * @param pdf the file that was judged; undefined where it cannot be read
 */
export function tellVerdict(verdict: Verdict, pdf: TaggedPdf | undefined): string {
  const { file, standard } = verdict;
  const name = standardNames[standard];
  switch (verdict.kind) {
    case 'passed':
      return '';
    case 'unreadable':
      return `${file}  ${name}  cannot be judged: ${verdict.reason}\n`;
    case 'failed':
      return `${file}  ${name}  fails\n${verdict.failures.map((failure) => tellFailure(failure, standard, pdf)).join('')}`;
  }
}

/** The most places that are shown for a rule. */
const mostPlacesShown = 3;

function tellFailure({ rule, description, count, contexts }: Failure, standard: Standard, pdf: TaggedPdf | undefined) {
  const { meaning, tell } = meaningOf(standard, rule, description);
  const places = pdf ? [...new Set(contexts.map((context) => placeWords(context, pdf)))] : [];
  const shown = places.slice(0, mostPlacesShown).map((place) => `      ${place}\n`);
  const more = places.length > mostPlacesShown || count > contexts.length ? '      and more\n' : '';
  const times = count === 1 ? 'once' : `${count} times`;
  return `    ${meaning} (${times})\n${shown.join('')}${more}      tell ${tell}: ${standardNames[standard]} ${rule}\n`;
}

/** How many PDFs pass each standard: "PDF/UA-1: 3 of 3 pass". */
export function countVerdicts(verdicts: readonly Verdict[]): readonly string[] {
  return [...Map.groupBy(verdicts, ({ standard }) => standard)].map(([standard, of]) => {
    const passed = of.filter(({ kind }) => kind === 'passed').length;
    return `${standardNames[standard]}: ${passed} of ${of.length} pass`;
  });
}

/** The most characters of a tag's words that are shown. */
const mostCharacters = 50;

/** Tags by the words that people have for them (ISO 32000-1, 14.8.4). */
const names: Readonly<Record<string, string>> = {
  P: 'paragraph',
  H: 'heading',
  L: 'list',
  LI: 'list entry',
  Lbl: 'label',
  LBody: 'list entry’s text',
  Table: 'table',
  TR: 'table row',
  TH: 'head of a row or column',
  TD: 'table cell',
  Caption: 'caption',
  Figure: 'picture',
  Link: 'link',
  Note: 'note',
  Reference: 'call of a note',
  Span: 'words',
  Formula: 'formula',
  TOC: 'contents list',
  TOCI: 'entry of the contents',
  BlockQuote: 'quotation',
  Code: 'code',
};

/**
 * Says in words where a failure is.
 *
 * @param context the judge's path of objects: "root/document[0]/pages[2](19 0 obj PDPage)/annots[0](12 0 obj …)"
 */
function placeWords(context: string, pdf: TaggedPdf): string {
  const page = /\bpages\[(\d+)\]/.exec(context)?.[1];
  const onPage = page === undefined ? undefined : `page ${Number(page) + 1}`;
  const tag = elementIn(context, pdf.structure);
  if (tag) return [onPage ?? pageWords(tag), tagWords(tag, pdf)].filter(Boolean).join(', ');
  const font = /\bfont\[\d+\]\(([^)]+)\)/.exec(context)?.[1]?.replace(/^[A-Z]{6}\+/, '');
  if (font !== undefined) return [onPage, `the font ${font}`].filter(Boolean).join(', ');
  if (/\bannots\[/.test(context)) return `${onPage}, a link`;
  if (/\bcontentStream\[/.test(context)) return `${onPage}, something that is drawn`;
  return onPage ?? 'the file as a whole';
}

/** The innermost tag that the path goes through: "(445 0 obj SEP P)". */
function elementIn(context: string, structure: readonly StructureNode[]): StructureElement | undefined {
  const numbers = [...context.matchAll(/\((\d+) \d+ obj SE\w+ /g)].map(([, number]) => Number(number));
  const last = numbers.at(-1);
  return last === undefined ? undefined : find(last, structure);
}

function find(object: number, nodes: readonly StructureNode[]): StructureElement | undefined {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    const found = node.object === object ? node : find(object, node.kids);
    if (found) return found;
  }
  return undefined;
}

function pageWords(tag: StructureElement): string {
  const page = firstPage(tag);
  return page === undefined ? '' : `page ${page}`;
}

function firstPage(node: StructureNode): number | undefined {
  if (node.kind === 'mark') return node.page;
  return node.kind === 'element' ? node.kids.map(firstPage).find((page) => page !== undefined) : undefined;
}

function tagWords(tag: StructureElement, pdf: TaggedPdf): string {
  const kind = /^H[1-6]$/.test(tag.type) ? `heading of level ${tag.type.slice(1)}` : (names[tag.type] ?? tag.type);
  const words = (tag.alt ?? textIn(tag, pdf)).replace(/\s+/g, ' ').trim();
  if (words === '') return `${kind} without words`;
  return `${kind} “${words.length > mostCharacters ? `${words.slice(0, mostCharacters).trimEnd()}…` : words}”`;
}

function textIn(node: StructureNode, pdf: TaggedPdf): string {
  if (node.kind === 'mark') return pdf.texts.get(node.key) ?? '';
  return node.kind === 'element' ? node.kids.map((kid) => textIn(kid, pdf)).join(' ') : '';
}

/** What a broken rule means for readers, and who can mend it. */
interface Meaning {
  readonly meaning: string;
  readonly tell: 'the author' | 'the designer' | 'those who maintain the press';
}

interface Known {
  /** Beginnings of rules: "7.21" is all of clause 7.21, "7.2-20" one test of clause 7.2. The longest that fits counts. */
  readonly rules: readonly string[];
  readonly meaning: string;
  readonly tell?: Meaning['tell'];
}

const author = 'the author';
const designer = 'the designer';

const known: Readonly<Record<Standard, readonly Known[]>> = {
  ua1: [
    { rules: ['5'], meaning: 'the file does not say that it keeps PDF/UA-1' },
    { rules: ['6'], meaning: 'the file is not built as a PDF has to be' },
    { rules: ['7.1-1'], meaning: 'decoration stands inside of what is read aloud' },
    { rules: ['7.1-2'], meaning: 'what should be read aloud stands inside of decoration, and is lost' },
    { rules: ['7.1-3'], meaning: 'something is drawn that is neither content nor decoration: is it to be read aloud?' },
    { rules: ['7.1-4'], meaning: 'the file says that its own tags are doubtful' },
    { rules: ['7.1-5', '7.1-6', '7.1-7'], meaning: 'a part is of a kind that screen readers do not know' },
    { rules: ['7.1-8'], meaning: 'the file says nothing of itself: no title, no language, no standard' },
    { rules: ['7.1-9'], meaning: 'the file’s description of itself has no title' },
    { rules: ['7.1-10'], meaning: 'a window would show the file’s name where it should show its title' },
    { rules: ['7.1-11', '7.1-12'], meaning: 'the file has no tags, or broken ones: it cannot be read aloud' },
    { rules: ['7.2'], meaning: 'a table is not in order, so that it cannot be read cell by cell' },
    { rules: ['7.2-15', '7.2-41', '7.2-42', '7.2-43'], meaning: 'the rows of a table do not match', tell: author },
    { rules: ['7.2-17', '7.2-18', '7.2-19', '7.2-40'], meaning: 'a list is not made of entries' },
    { rules: ['7.2-20'], meaning: 'an entry of a list is not made of its label and its text' },
    { rules: ['7.2-26', '7.2-27', '7.2-28'], meaning: 'the contents list is not made of entries' },
    {
      rules: ['2', '21', '22', '23', '24', '25', '29', '30', '31', '32', '33', '34'].map((test) => `7.2-${test}`),
      meaning: 'the language of a text is not known, so that it is read aloud as another',
      tell: author,
    },
    { rules: ['7.3'], meaning: 'a picture or chart has no words for those who cannot see it', tell: author },
    { rules: ['7.4.2'], meaning: 'a heading is more than one level below the one before it', tell: author },
    { rules: ['7.4.4'], meaning: 'headings with and without levels are mixed' },
    { rules: ['7.5'], meaning: 'a cell of a table does not know which heads it belongs to', tell: author },
    { rules: ['7.7'], meaning: 'a formula has no words for those who cannot see it', tell: author },
    { rules: ['7.9'], meaning: 'a note has no name of its own, so that its call cannot lead to it' },
    { rules: ['7.10'], meaning: 'the file has layers that can be switched on and off' },
    { rules: ['7.11'], meaning: 'a file that is attached has no name' },
    { rules: ['7.18'], meaning: 'something that can be clicked is not described, or is not in the reading order' },
    { rules: ['7.18.5'], meaning: 'a link does not say where it leads, or is not tagged as one' },
    { rules: ['7.20'], meaning: 'a drawing that is used again and again is not tagged' },
    { rules: ['7.21'], meaning: 'a font is not embedded, or not as it should be', tell: designer },
    { rules: ['7.21.4.1-2', '7.21.8'], meaning: 'a character is drawn that its font does not have', tell: author },
    {
      rules: ['7.21.7'],
      meaning: 'a character cannot be read aloud: its font does not say which it is',
      tell: designer,
    },
  ],
  '3a': [
    { rules: ['6.1'], meaning: 'the file is not built as an archive’s PDF has to be' },
    { rules: ['6.1.3'], meaning: 'the end of the file is not as it should be: it lacks an id, is locked, or goes on' },
    { rules: ['6.2.2'], meaning: 'a page draws with what it does not bring' },
    { rules: ['6.2.3'], meaning: 'the file’s colour profile is not as it should be' },
    { rules: ['6.2.4'], meaning: 'the file does not say how some of its colours look' },
    { rules: ['6.2.5', '6.2.6'], meaning: 'a page is drawn in a way that depends on the machine' },
    { rules: ['6.2.8'], meaning: 'a picture is stored in a way that an archive does not take', tell: author },
    { rules: ['6.2.9'], meaning: 'a drawing refers to what is outside of the file' },
    { rules: ['6.2.10'], meaning: 'something is see-through in a way that an archive does not take', tell: designer },
    { rules: ['6.2.11'], meaning: 'a font is not embedded, or not as it should be', tell: designer },
    { rules: ['6.2.11.4.1-2', '6.2.11.8'], meaning: 'a character is drawn that its font does not have', tell: author },
    { rules: ['6.2.11.7'], meaning: 'a character cannot be copied: its font does not say which it is', tell: designer },
    { rules: ['6.3'], meaning: 'something that can be clicked may not be printed, or is of a forbidden kind' },
    { rules: ['6.4'], meaning: 'the file has a form' },
    { rules: ['6.5'], meaning: 'the file can run something when it is opened or clicked' },
    { rules: ['6.6'], meaning: 'the file’s description of itself is missing or not as it should be' },
    { rules: ['6.6.4'], meaning: 'the file does not say that it keeps PDF/A-3a' },
    { rules: ['6.7'], meaning: 'the file has no tags, or broken ones' },
    { rules: ['6.7.3'], meaning: 'a part is of a kind that readers do not know' },
    { rules: ['6.7.4'], meaning: 'the name of a language is not a language tag', tell: author },
    { rules: ['6.8'], meaning: 'a file that is attached does not say what it is and why it is there' },
    { rules: ['6.9'], meaning: 'the file has layers that can be switched on and off' },
  ],
};

/**
 * What it means that a rule is broken.
 *
 * @param description the clause in the judge's words, for a rule that has no other
 */
function meaningOf(standard: Standard, rule: string, description: string): Meaning {
  const fitting = known[standard].flatMap(({ rules, meaning, tell = 'those who maintain the press' }) =>
    rules.filter((beginning) => isWithin(rule, beginning)).map((beginning) => ({ beginning, meaning, tell })),
  );
  const [best] = fitting.toSorted((one, other) => other.beginning.length - one.beginning.length);
  return best ?? { meaning: description, tell: 'those who maintain the press' };
}

function isWithin(rule: string, beginning: string): boolean {
  return rule === beginning || rule.startsWith(`${beginning}.`) || rule.startsWith(`${beginning}-`);
}
