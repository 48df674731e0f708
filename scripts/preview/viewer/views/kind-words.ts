import type { PlacedKind } from '../../protocol.ts';

/** What each kind of box is called. */
export const kindWords: Readonly<Record<PlacedKind, string>> = {
  heading: 'Heading',
  paragraph: 'Paragraph',
  list: 'List',
  table: 'Table',
  chart: 'Chart',
  map: 'Map',
  timeline: 'Timeline',
  caption: 'Caption',
  note: 'Note',
  'key-figures': 'Key figures',
  callout: 'Callout',
  image: 'Picture',
  contents: 'Contents',
  other: 'Part',
};
