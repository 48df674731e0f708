import type { Found } from './drawings.ts';
import { childOf, childrenOf, descendantsOf, isOn, numberOf, propertyOf, spaced, type XmlElement } from './package.ts';
import { signOf } from './styles.ts';

/** Follows the fields of one story (body, note, text box) while its runs are read (ECMA-376 part 1, 17.16). */
export interface Fields {
  /** A w:fldChar. At the end of a field: what stands for it. */
  readonly mark: (mark: XmlElement) => EndedField | undefined;
  readonly begin: (instruction: string, form: XmlElement | undefined) => void;
  readonly end: () => EndedField | undefined;
  /** Takes text that is read. False where it belongs to the instruction of a field, which nobody sees. */
  readonly take: (text: string) => boolean;
  /** Takes text of an instruction. */
  readonly instruct: (text: string) => void;
  /** Where the text that is read now stands. */
  readonly place: () => { readonly isContents: boolean; readonly url: string | undefined };
}

/** What is to be shown or said of a field beyond its stored result. */
export interface EndedField {
  readonly text?: string;
  readonly remark?: Found;
}

interface OpenField {
  instruction: string;
  inResult: boolean;
  result: string;
  readonly form: XmlElement | undefined;
  url: string | undefined;
  isContents: boolean;
}

/** Lists that the press makes itself, or whose page numbers are of another layout. */
const lists: ReadonlySet<string> = new Set(['TOC', 'TOA', 'INDEX']);
/** Numbers that another layout makes false. */
const pages: ReadonlySet<string> = new Set(['PAGEREF', 'PAGE', 'NUMPAGES', 'SECTIONPAGES', 'NOTEREF']);
const numberings: ReadonlySet<string> = new Set(['AUTONUM', 'AUTONUMLGL', 'AUTONUMOUT', 'LISTNUM']);
/** Fields that show nothing by themselves, or whose result is no text. */
const silent: ReadonlySet<string> = new Set([
  ...['', 'XE', 'TC', 'TA', 'RD', 'SET', 'ASK', 'PRIVATE', 'ADVANCE', 'NEXT', 'NEXTIF', 'SKIPIF', 'PRINT', 'HYPERLINK'],
  ...[
    'EMBED',
    'CONTROL',
    'SHAPE',
    'ADDIN',
    'LINK',
    'INCLUDEPICTURE',
    'INCLUDETEXT',
    'BIDIOUTLINE',
    'DATA',
    'HTMLCONTROL',
  ],
  ...['TOC', 'TOA', 'INDEX', 'FORMTEXT', 'IF', 'COMMENTS', 'REF', 'BIBLIOGRAPHY'],
]);

/** Begins to follow the fields of a story. A mark whose field never ends is passed over: it would hide all text after it. */
export function followFields(story: XmlElement): Fields {
  const complete = completeMarks(story);
  const open: OpenField[] = [];
  const begin = (instruction: string, form: XmlElement | undefined) => {
    open.push({ instruction, inResult: false, result: '', form, url: undefined, isContents: false });
  };
  const separate = () => {
    const field = open.at(-1);
    if (!field) return;
    field.inResult = true;
    const [name = '', ...words] = wordsOf(field.instruction);
    field.isContents = lists.has(name.toUpperCase());
    field.url = name.toUpperCase() === 'HYPERLINK' ? addressIn(words) : undefined;
  };
  const end = () => {
    const field = open.pop();
    const hidden = open.some(({ inResult, isContents }) => !inResult || isContents);
    return field && !hidden ? ended(field) : undefined;
  };
  return {
    begin: (instruction, form) => {
      begin(instruction, form);
      separate();
    },
    end,
    mark: (mark) => {
      if (!complete.has(mark)) return undefined;
      switch (mark.attributes['w:fldCharType']) {
        case 'begin':
          begin('', childOf(mark, 'w:ffData'));
          return undefined;
        case 'separate':
          separate();
          return undefined;
        default:
          return end();
      }
    },
    take: (text) => {
      const instructed = open.findLast(({ inResult }) => !inResult);
      if (instructed) instructed.instruction += text;
      else for (const field of open) field.result += text;
      return instructed === undefined;
    },
    instruct: (text) => {
      const instructed = open.findLast(({ inResult }) => !inResult);
      if (instructed) instructed.instruction += text;
    },
    place: () => ({
      isContents: open.some(({ isContents }) => isContents),
      url: open.findLast(({ url }) => url !== undefined)?.url,
    }),
  };
}

/** The marks of fields that have both a beginning and an end. */
function completeMarks(story: XmlElement): ReadonlySet<XmlElement> {
  const complete = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  for (const mark of descendantsOf(story, 'w:fldChar')) {
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') open.push([mark]);
    else open.at(-1)?.push(mark);
    if (type === 'end') for (const part of open.pop() ?? []) complete.add(part);
  }
  return complete;
}

function ended(field: OpenField): EndedField | undefined {
  const [command = '', ...words] = wordsOf(field.instruction);
  const name = command.toUpperCase();
  const result = spaced(field.result);
  if (result !== '') {
    const isNumber = pages.has(name) || (name === 'REF' && words.some((word) => /^\\[nrw]$/i.test(word)));
    return isNumber ? { remark: { kind: 'cross reference', effect: 'changed', words: result } } : undefined;
  }
  if (numberings.has(name)) return { remark: { kind: 'numbering', effect: 'left out', words: '' } };
  switch (name) {
    case 'FORMCHECKBOX': {
      const box = childOf(field.form, 'w:checkBox');
      return { text: (isOn(box, 'w:checked') ?? isOn(box, 'w:default')) ? '☒' : '☐' };
    }
    case 'FORMDROPDOWN': {
      const list = childOf(field.form, 'w:ddList');
      const chosen = numberOf(propertyOf(list, 'w:result') ?? propertyOf(list, 'w:default')) ?? 0;
      return { text: childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? '' };
    }
    case 'SYMBOL':
      return symbolOf(words);
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return { text: words.slice(1).join(' ') };
    case 'EQ':
      return { remark: { kind: 'formula', effect: 'left out', words: words.join(' ') } };
    default:
      return silent.has(name) ? undefined : { remark: { kind: 'field', effect: 'left out', words: '' } };
  }
}

function symbolOf(words: readonly string[]): EndedField {
  const number = Number(words[0] ?? '');
  const at = words.findIndex((word) => word.toLowerCase() === '\\f');
  const font = at < 0 ? '' : (words[at + 1] ?? '');
  if (!Number.isInteger(number) || number <= 0) return {};
  const sign = signOf(font, number);
  return sign === undefined ? { remark: { kind: 'symbol', effect: 'left out', words: '' } } : { text: sign };
}

/** The address of a hyperlink field; of one that leads to a place of the document itself, none. */
function addressIn(words: readonly string[]): string | undefined {
  let [address, anchor] = ['', ''];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (/^\\[lot]$/i.test(word)) {
      at += 1;
      if (word.toLowerCase() === '\\l') anchor = words[at] ?? '';
    } else if (!/^\\[a-z]$/i.test(word) && address === '') address = word;
  }
  if (address === '') return undefined;
  return anchor === '' ? address : `${address}#${anchor}`;
}

/** The words of an instruction: what stands in quotation marks is one; a backslash there protects a sign (17.16.1). */
function wordsOf(instruction: string): readonly string[] {
  const words: string[] = [];
  let [word, quoted, begun] = ['', false, false];
  for (let at = 0; at < instruction.length; at += 1) {
    const sign = instruction[at] ?? '';
    if (quoted && sign === '\\' && /["\\]/.test(instruction[at + 1] ?? '')) {
      at += 1;
      word += instruction[at];
    } else if (/["“”]/.test(sign)) {
      quoted = !quoted;
      begun = true;
    } else if (/\s/.test(sign) && !quoted) {
      if (begun) words.push(word);
      [word, begun] = ['', false];
    } else {
      word += sign;
      begun = true;
    }
  }
  return begun ? [...words, word] : words;
}
