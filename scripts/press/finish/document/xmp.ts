import type { DocumentProperties } from '../document-properties.ts';
import { isoInstant } from '../file/data-structures.ts';

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
