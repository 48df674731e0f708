/** The standard structure types of ISO 32000-1, 14.8.4. */
const standard: ReadonlySet<string> = new Set([
  ...[
    'Document',
    'Part',
    'Art',
    'Sect',
    'Div',
    'BlockQuote',
    'Caption',
    'TOC',
    'TOCI',
    'Index',
    'NonStruct',
    'Private',
  ],
  ...['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody'],
  ...['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot'],
  ...['Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot'],
  ...['Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'],
]);

/** What other types are to a reader that does not know them. Chromium writes them as PDF 2.0 names them (ISO 32000-2, 14.8.4). */
const roles: ReadonlyMap<string, string> = new Map([
  ['Em', 'Span'],
  ['Strong', 'Span'],
  ['Sub', 'Span'],
  ['Aside', 'Div'],
  ['Title', 'P'],
  ['FENote', 'Note'],
]);

/** For each of these types that is no standard one the standard type that stands for it. @throws Error for an unknown type */
export function rolesOf(types: Iterable<string>): ReadonlyMap<string, string> {
  const used = [...types].filter((type) => !standard.has(type)).toSorted();
  return new Map(
    used.map((type) => {
      const role = roles.get(type);
      if (role === undefined) throw new Error(`the print has a tag of the unknown type "${type}"`);
      return [type, role];
    }),
  );
}
