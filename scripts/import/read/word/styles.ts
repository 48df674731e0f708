import { codePoint } from 'dingbat-to-unicode';
import type { Heading } from 'mdast';
import { childOf, childrenOf, isOn, numberOf, propertyOf, type XmlElement } from './package.ts';

/** What a paragraph is by its own properties and its style (ECMA-376 part 1, 17.3.1 and 17.7). */
export interface ParagraphFormat {
  readonly style: string;
  readonly kind: 'body' | 'title' | 'quote' | 'contents' | 'contents heading' | 'continued item';
  /** Of a heading: its level. */
  readonly depth: Heading['depth'] | undefined;
  /** The list that it belongs to, before definitions of lists are looked up. */
  readonly list: ListReference | undefined;
  /** From the margin to its text, in twentieths of a point, as far as the paragraph or its style say. */
  readonly indent: { readonly own: number | undefined; readonly ofStyle: number | undefined };
}

export interface ListReference {
  readonly id: string;
  /** Counted from 0; undefined where the list's definition says which level the style has. */
  readonly level: number | undefined;
  /** The style that it comes from; undefined for the paragraph's own. */
  readonly style: string | undefined;
}

/** How the text of a run is shown. */
export interface RunFormat {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly delete: boolean;
  readonly hidden: boolean;
  readonly script: 'superscript' | 'subscript' | undefined;
  readonly font: string;
}

export interface Styles {
  readonly paragraph: (properties: XmlElement | undefined) => ParagraphFormat;
  readonly run: (properties: XmlElement | undefined, paragraphStyle: string) => RunFormat;
  /** The list that a style of lists stands for. */
  readonly listOf: (style: string) => string | undefined;
}

interface Style {
  readonly id: string;
  /** Built-in styles have English names in every language. */
  readonly name: string;
  readonly isCustom: boolean;
  readonly based: string | undefined;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
}

const contents = /^(?:toc [1-9]|contents [1-9]|table of figures)$/;
const contentsHeading = /^(?:toc|table of contents|contents) ?(?:heading|title|header)$/;

/** Reads the styles of a document; without a part of styles, names of styles still say what paragraphs are. */
export function readStyles(root: XmlElement | undefined): Styles {
  const elements = childrenOf(root, 'w:style');
  const styles = new Map(elements.map((element) => [element.attributes['w:styleId'] ?? '', styleOf(element)]));
  const normal = elements.find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  );
  const normalId = normal?.attributes['w:styleId'] ?? '';
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const chains = new Map<string, readonly Style[]>();
  const chainOf = (id: string): readonly Style[] => {
    const chain = chains.get(id) ?? followed(id, styles);
    chains.set(id, chain);
    return chain;
  };
  return {
    paragraph: (properties) => {
      const style = propertyOf(properties, 'w:pStyle') ?? normalId;
      return paragraphFormat(style, properties, chainOf(style));
    },
    run: (properties, paragraphStyle) =>
      runFormat(properties, chainOf(paragraphStyle), chainOf(propertyOf(properties, 'w:rStyle') ?? ''), defaults),
    listOf: (style) => first(chainOf(style), ({ paragraph }) => propertyOf(childOf(paragraph, 'w:numPr'), 'w:numId')),
  };
}

function styleOf(element: XmlElement): Style {
  const id = element.attributes['w:styleId'] ?? '';
  return {
    id,
    name: (propertyOf(element, 'w:name') ?? id).toLowerCase(),
    isCustom: /^(?:1|true|on)$/.test(element.attributes['w:customStyle'] ?? ''),
    based: propertyOf(element, 'w:basedOn'),
    paragraph: childOf(element, 'w:pPr'),
    run: childOf(element, 'w:rPr'),
  };
}

/** A style and those that it is based on. An id that is not described is a name. */
function followed(id: string, styles: ReadonlyMap<string, Style>): readonly Style[] {
  const chain: Style[] = [];
  for (let next: string | undefined = id; next; ) {
    const style: Style | undefined = styles.get(next);
    if (style && chain.includes(style)) break;
    chain.push(style ?? bare(next));
    next = style?.based;
  }
  return chain;
}

function bare(id: string): Style {
  const name = id.toLowerCase().replace(/^(heading|toc)(\d)$/, '$1 $2');
  return { id, name, isCustom: false, based: undefined, paragraph: undefined, run: undefined };
}

/** The first answer along a chain of styles. */
function first<Answer>(chain: readonly Style[], ask: (style: Style) => Answer | undefined): Answer | undefined {
  for (const style of chain) {
    const answer = ask(style);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function paragraphFormat(style: string, properties: XmlElement | undefined, chain: readonly Style[]): ParagraphFormat {
  const outline = numberOf(propertyOf(properties, 'w:outlineLvl')) ?? first(chain, outlineOf);
  const kind = kindOf(chain);
  // Level 9 is body text (17.3.1.20); below the sixth, markdown has no headings.
  const isHeading =
    outline !== undefined && outline >= 0 && outline < 9 && (kind === 'body' || kind === 'continued item');
  return {
    style,
    kind,
    list: listReference(properties, chain),
    depth: isHeading ? (Math.min(6, outline + 1) as Heading['depth']) : undefined,
    indent: { own: indentOf(properties), ofStyle: first(chain, ({ paragraph }) => indentOf(paragraph)) },
  };
}

function outlineOf({ name, paragraph }: Style): number | undefined {
  const level = /^heading ([1-9])$/.exec(name)?.[1];
  return numberOf(propertyOf(paragraph, 'w:outlineLvl')) ?? (level === undefined ? undefined : Number(level) - 1);
}

function kindOf(chain: readonly Style[]): ParagraphFormat['kind'] {
  for (const { name } of chain) {
    if (name === 'title') return 'title';
    if (contents.test(name)) return 'contents';
    if (contentsHeading.test(name)) return 'contents heading';
    if (name === 'quote' || name === 'intense quote') return 'quote';
    if (/^list continue(?: \d)?$/.test(name)) return 'continued item';
    if (name === 'subtitle' || /^heading \d$/.test(name)) return 'body';
  }
  return 'body';
}

function listReference(properties: XmlElement | undefined, chain: readonly Style[]): ListReference | undefined {
  const own = childOf(properties, 'w:numPr');
  const of = chain.find(({ paragraph }) => propertyOf(childOf(paragraph, 'w:numPr'), 'w:numId') !== undefined);
  const styled = childOf(of?.paragraph, 'w:numPr');
  const id = propertyOf(own, 'w:numId') ?? propertyOf(styled, 'w:numId');
  if (id === undefined || id === '0') return undefined;
  const isOwn = propertyOf(own, 'w:numId') !== undefined;
  const level = numberOf(propertyOf(own, 'w:ilvl')) ?? (isOwn ? 0 : first(chain, levelOf));
  return { id, level, style: isOwn ? undefined : (chain[0]?.id ?? of?.id) };
}

function levelOf({ paragraph }: Style): number | undefined {
  return numberOf(propertyOf(childOf(paragraph, 'w:numPr'), 'w:ilvl'));
}

function indentOf(properties: XmlElement | undefined): number | undefined {
  const indent = childOf(properties, 'w:ind')?.attributes;
  return numberOf(indent?.['w:left'] ?? indent?.['w:start']);
}

function runFormat(
  properties: XmlElement | undefined,
  paragraph: readonly Style[],
  character: readonly Style[],
  defaults: XmlElement | undefined,
): RunFormat {
  // Right-to-left runs have toggles of their own (17.3.2.2).
  const complex = isOn(properties, 'w:rtl') === true || isOn(properties, 'w:cs') === true;
  const toggled = (name: string) => {
    const inParagraph = first(paragraph, ({ run }) => isOn(run, name)) ?? false;
    const inCharacter = first(character, ({ run }) => isOn(run, name)) ?? false;
    const byDefault = isOn(defaults, name) ?? false;
    // Styles of paragraph and run cancel each other out (17.7.3).
    return { on: isOn(properties, name) ?? (byDefault || inParagraph !== inCharacter), inParagraph, byDefault };
  };
  // What a built-in style of paragraphs or the whole document has is its look, not a mark of these words.
  const marked = (name: string) => {
    const { on, inParagraph, byDefault } = toggled(name);
    return on && !byDefault && !(inParagraph && paragraph[0]?.isCustom !== true);
  };
  const either = (ask: (run: XmlElement | undefined) => string | undefined) =>
    ask(properties) ?? first(character, ({ run }) => ask(run)) ?? first(paragraph, ({ run }) => ask(run));
  const script = either((run) => propertyOf(run, 'w:vertAlign'));
  const doubleStrike = isOn(properties, 'w:dstrike') ?? first(character, ({ run }) => isOn(run, 'w:dstrike')) ?? false;
  return {
    strong: marked(complex ? 'w:bCs' : 'w:b'),
    emphasis: marked(complex ? 'w:iCs' : 'w:i'),
    delete: toggled('w:strike').on || doubleStrike,
    hidden: toggled('w:vanish').on,
    script: script === 'superscript' || script === 'subscript' ? script : undefined,
    font: either((run) => childOf(run, 'w:rFonts')?.attributes['w:ascii']) ?? '',
  };
}

/** Fonts that show other signs than the codes of their text say. */
const fonts: ReadonlyMap<string, string> = new Map(
  ['Symbol', 'Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3'].map((font) => [font.toLowerCase(), font]),
);
/** Word keeps the codes of such fonts in the area for private use: F0B7 is B7 (ECMA-376 part 1, 17.3.3.30). */
const privateUse = 0xf000;

/** A sign of a font of symbols by its code as Unicode has it; undefined for one that Unicode has not. */
export function signOf(font: string, code: number): string | undefined {
  const known = fonts.get(font.toLowerCase());
  const isPrivate = code >= privateUse && code <= privateUse + 0xff;
  const plain = isPrivate ? code - privateUse : code;
  if (plain === 0x20 || plain === 0xa0) return ' ';
  if (known !== undefined) return codePoint(known, plain)?.string;
  // A code for private use in a font of letters is shown from Symbol; fonts of symbols that are not known show anything.
  if (isPrivate) return symbols.test(font) ? undefined : codePoint('Symbol', plain)?.string;
  return isLetter(code) ? String.fromCodePoint(code) : undefined;
}

const symbols = /dings|dingbat|symbol|marlett|extra|math/i;

function isLetter(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** A text with the signs that its font shows, sign by sign. */
export function textInFont(text: string, font: string): string {
  const isOfSymbols = fonts.has(font.toLowerCase());
  if (!isOfSymbols && !/[\uF000-\uF0FF]/.test(text)) return text;
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const isMapped = isOfSymbols ? !/\s/u.test(sign) : code >= privateUse && code <= privateUse + 0xff;
      return isMapped ? (signOf(font, code) ?? sign) : sign;
    })
    .join('');
}
