import { zipOf } from './zip.ts';

/** What a Word document of a test holds besides its paragraphs. */
export interface DocxParts {
  /** Texts of footnotes, numbered from 2 as Word does. */
  readonly footnotes?: readonly string[];
  /** Targets of hyperlinks, as relations link1, link2 … */
  readonly links?: readonly string[];
  /** PNG pictures, as relations picture1, picture2 … */
  readonly pictures?: readonly Uint8Array[];
  /** Markup of further styles. */
  readonly styles?: string;
  /** Markup of further lists; the list 1 is there, of bullets. */
  readonly lists?: string;
  /** Further parts by their names, each with the relation that the document has to it: its id and its type. */
  readonly parts?: Readonly<
    Record<string, { readonly id: string; readonly type: string; readonly xml: string | Uint8Array }>
  >;
}

export const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const foreign =
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:new="https://example.org/new"';
const styleNames = {
  Title: 'Title',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  TOC1: 'toc 1',
};

/** A Word document around the markup of its body (ECMA-376). */
export function docxOf(
  body: string,
  { footnotes = [], links = [], pictures = [], styles = '', lists = '', parts = {} }: DocxParts = {},
): Uint8Array {
  return zipOf(docxFiles(body, { footnotes, links, pictures, styles, lists, parts }));
}

/** The files of a Word document by their names. */
export function docxFiles(
  body: string,
  { footnotes = [], links = [], pictures = [], styles = '', lists = '', parts = {} }: DocxParts = {},
): Record<string, string | Uint8Array> {
  const relation = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"${mode}/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="htm" ContentType="text/html"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('doc', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      relation('styles', 'styles', 'styles.xml'),
      relation('numbering', 'numbering', 'numbering.xml'),
      relation('notes', 'footnotes', 'footnotes.xml'),
      ...links.map((target, index) => relation(`link${index + 1}`, 'hyperlink', target, ' TargetMode="External"')),
      ...Object.entries(parts).map(([name, { id, type }]) => relation(id, type, name)),
      ...pictures.map((_, index) => relation(`picture${index + 1}`, 'image', `media/image${index + 1}.png`)),
    ].join('')}</Relationships>`,
    'word/styles.xml': `<w:styles ${main}>${Object.entries(styleNames)
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join('')}${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${main}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>${lists}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${main}>${footnotes
      .map((text, index) => `<w:footnote w:id="${index + 2}"><w:p>${run(text)}</w:p></w:footnote>`)
      .join('')}</w:footnotes>`,
    'word/document.xml': `<w:document ${main} xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ${foreign}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(pictures.map((bytes, index) => [`word/media/image${index + 1}.png`, bytes])),
    ...Object.fromEntries(Object.entries(parts).map(([name, { xml }]) => [`word/${name}`, xml])),
  };
}

/** A run of text; its marks are properties of WordprocessingML: "<w:b/>". */
export function run(text: string, marks = ''): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${safe}</w:t></w:r>`;
}

/** A paragraph of runs, or of plain words. */
export function paragraph(runs: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs.startsWith('<') ? runs : run(runs)}</w:p>`;
}

/** An entry of a bulleted list. */
export function entry(text: string): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
}

/** A table of plain cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** The call of a footnote, by its number from 2. */
export function call(number: number): string {
  return `<w:r><w:footnoteReference w:id="${number}"/></w:r>`;
}

/** A picture in a line, by its relation, with its alternative text. */
export function picture(relation: string, alt: string): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"${alt === '' ? '' : ` descr="${alt}"`}/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
