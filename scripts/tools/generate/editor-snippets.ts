import { directives, type Snippet } from '../../press/prose/directives.ts';

/** Snippets for what sections hold besides directives. */
const marks: readonly Snippet[] = [
  {
    title: 'Citation',
    prefix: 'cite',
    body: '[@<1:source-id>]',
    description: 'Cites a record of content/sources.yaml, in a note',
  },
  {
    title: 'Citation with its place',
    prefix: 'cite-page',
    body: '[@<1:source-id>, p. <2:page>]',
    description: 'Cites a page or paragraph of a source',
  },
  {
    title: 'Note',
    prefix: 'note',
    body: '[^<1:note-name>]\n\n[^<1:note-name>]: <2:The text of the note>',
    description: 'A note: its call, and its text, which prints at the end',
  },
  {
    title: 'Section',
    prefix: 'section',
    body: '# <1:Heading>\n\n<2:What the section says.>',
    description: 'Begins a section: a file has one such heading, in its first line',
  },
  {
    title: 'Image',
    prefix: 'image',
    body: '![<1:What it shows, for those who cannot see it>](images/<2:file-name>)',
    description: 'A picture of the folder images/, with its alternative text',
  },
  { title: 'Link', prefix: 'link', body: '[<1:words>](https://<2:address>)', description: 'A link to the web' },
];

/** The snippets that VS Code offers in sections: those of all directives, and those of the other marks. */
export function editorSnippets(): string {
  const all = [...directives.flatMap(({ snippets }) => snippets), ...marks];
  const entries = all.map(({ title, prefix, body, description }) => {
    const lines = body.replace(/<(\d[^>]*)>/g, '$${$1}').split('\n');
    return [title, { scope: 'markdown', prefix, body: lines.length > 1 ? lines : lines[0], description }] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
