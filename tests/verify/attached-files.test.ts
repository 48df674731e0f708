import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import type { Attachment } from '../../scripts/press/finish/index.ts';
import { checkAttachments } from '../../scripts/press/verify/attached-files.ts';

const given: Attachment = {
  name: 'aid.csv',
  mediaType: 'text/csv',
  description: 'Aid',
  relationship: 'Data',
  bytes: Buffer.from('year,usd\n'),
};
const held = { name: given.name, mediaType: given.mediaType, description: given.description, bytes: given.bytes };
const related = new Map([['aid.csv', 'Data']]);

test.each([
  ['a file as it was given', [held], related, []],
  ['no file', [], related, ['the file "aid.csv" is not attached to the PDF']],
  [
    'a changed file',
    [{ ...held, bytes: Buffer.from('year,eur\n') }],
    related,
    ['the attached file "aid.csv" is not what was attached'],
  ],
  [
    'a file that cannot be unpacked',
    [{ ...held, bytes: undefined }],
    related,
    ['the attached file "aid.csv" is not what was attached'],
  ],
  [
    'a file of another type',
    [{ ...held, mediaType: 'text/html' }],
    related,
    ['the PDF does not say what the attached file "aid.csv" is'],
  ],
  [
    'a file without its description',
    [{ ...held, description: '' }],
    related,
    ['the PDF does not say what the attached file "aid.csv" is'],
  ],
  [
    'a file that the document does not call its own',
    [held],
    new Map<string, string>(),
    ['the PDF does not say what the attached file "aid.csv" is'],
  ],
  [
    'a file that nobody gave',
    [held, { ...held, name: 'notes.txt' }],
    related,
    ['the PDF holds a file "notes.txt", which nobody attached'],
  ],
])('%s', (_, found, own, messages) => {
  const { report, list } = collectDiagnostics();
  checkAttachments([given], found, own, { file: 'edition.yaml', line: 1, column: 1 }, report);
  expect(list().map(({ message }) => message)).toEqual(messages);
});
