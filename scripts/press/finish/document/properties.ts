import { dateString, isoInstant, textString } from '../file/data-structures.ts';
import { dictionary, isDictionary, type PdfObject } from '../file/objects.ts';
import { type PdfFile, updateDictionary } from '../file/pdf-file.ts';
import { addOutputIntent } from './output-intent.ts';

/** What a PDF says of itself, apart from its pages. */
export interface DocumentProperties {
  readonly title: string;
  /** Empty where it names no one as its author. */
  readonly authors: readonly string[];
  readonly subject: string;
  readonly keywords: readonly string[];
  /** A BCP 47 tag, of the whole document. */
  readonly language: string;
  /** What made the page that was printed. */
  readonly creator: string;
  /** What made the PDF. */
  readonly producer: string;
  /** The instant that the PDF gives as that of its making and of its last change. */
  readonly date: Date;
}

/** Checks that a document says its title and its language (ISO 14289-1, 7.1 and 7.2). @throws Error that says what is missing */
export function checkProperties({ title, language }: DocumentProperties): void {
  if (title.trim() === '') throw new Error('the document has no title');
  checkLanguage(language);
}

/**
 * Checks that a language is named by a tag of BCP 47 (ISO 14289-1, 7.2).
 *
 * @throws Error that quotes what is none
 */
export function checkLanguage(language: string): void {
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    throw new Error(`"${language}" names no language: write a tag of BCP 47, such as "fr" or "pt-BR"`);
  }
}

/**
 * Says in a document what it is: its properties (twice: in the information dictionary and as XMP), its language, what
 * its colours mean, that its window shows the title, and that its pages count from 1 (ISO 32000-1, 7.7.2 and 14.3).
 * Nothing of the print's own clock and browser is left.
 */
export function describeDocument(pdf: PdfFile, properties: DocumentProperties): void {
  const catalogue = pdf.resolve(pdf.root);
  const preferences = isDictionary(catalogue) ? pdf.resolve(catalogue.get('ViewerPreferences')) : null;
  const pageLabels = dictionary({ Nums: [0, dictionary({ S: '/D' })] });
  updateDictionary(pdf, pdf.root, {
    Lang: textString(properties.language),
    MarkInfo: dictionary({ Marked: true }),
    Metadata: addMetadata(pdf, properties),
    OutputIntents: [addOutputIntent(pdf)],
    PageLabels: pageLabels,
    ViewerPreferences: new Map([...(isDictionary(preferences) ? preferences : []), ['DisplayDocTitle', true]]),
  });
  replaceInformation(pdf, properties);
}

/** Not packed, so that programs find it that know nothing of PDF (ISO 16684-3). */
function addMetadata(pdf: PdfFile, properties: DocumentProperties): PdfObject {
  const bytes = Buffer.from(xmp(properties));
  const entries = dictionary({ Type: '/Metadata', Subtype: '/XML', Length: bytes.length });
  return pdf.add({ kind: 'stream', dictionary: entries, bytes });
}

function replaceInformation(pdf: PdfFile, properties: DocumentProperties): void {
  const { title, authors, subject, keywords, creator, producer, date } = properties;
  const words = (text: string) => (text === '' ? undefined : textString(text));
  pdf.replace(
    pdf.information,
    dictionary({
      Title: textString(title),
      Author: words(authors.join(', ')),
      Subject: words(subject),
      Keywords: words(keywords.join(', ')),
      Creator: textString(creator),
      Producer: textString(producer),
      CreationDate: dateString(date),
      ModDate: dateString(date),
    }),
  );
}

/**
 * The metadata of a document as an XMP packet (ISO 16684-1): its properties, and the standards that it claims, PDF/UA-1
 * (ISO 14289-1, 5) and PDF/A-3a (ISO 19005-3, 6.6.4). PDF/A knows no `pdfuaid`, so that its schema is described.
 */
export function xmp(properties: DocumentProperties): string {
  const { title, authors, subject, keywords, language, creator, producer, date } = properties;
  const instant = isoInstant(date);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${[
  element('dc:format', 'application/pdf'),
  element('dc:title', inLanguage(title, language)),
  list('dc:creator', 'Seq', authors),
  element('dc:description', inLanguage(subject, language)),
  list('dc:subject', 'Bag', keywords),
  list('dc:language', 'Bag', [language]),
  element('xmp:CreatorTool', escaped(creator)),
  element('xmp:CreateDate', instant),
  element('xmp:ModifyDate', instant),
  element('xmp:MetadataDate', instant),
  element('pdf:Producer', escaped(producer)),
  keywords.length === 0 ? '' : element('pdf:Keywords', escaped(keywords.join(', '))),
  element('pdfaid:part', '3'),
  element('pdfaid:conformance', 'A'),
  element('pdfuaid:part', '1'),
].join('')}</rdf:Description>
${uaSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`;
}

const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>\n`;
}

function list(name: string, kind: 'Seq' | 'Bag', items: readonly string[]): string {
  if (items.length === 0) return '';
  return element(
    name,
    `<rdf:${kind}>${items.map((item) => `<rdf:li>${escaped(item)}</rdf:li>`).join('')}</rdf:${kind}>`,
  );
}

/** The text for readers of any language, which every list of languages begins with, and for those of its own. */
function inLanguage(text: string, language: string): string {
  const item = (tag: string) => `<rdf:li xml:lang="${escaped(tag)}">${escaped(text)}</rdf:li>`;
  return `<rdf:Alt>${item('x-default')}${item(language)}</rdf:Alt>`;
}

/** XML 1.0, 2.2 and 2.4: characters that no XML can hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uFFFD]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
