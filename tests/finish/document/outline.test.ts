import { expect, test } from 'vitest';
import { mendOutline } from '../../../scripts/press/finish/document/outline.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { handMadePdf } from '../hand-made-pdf.ts';
import { tag, textOf } from '../tags.ts';

test('an outline that leads to itself is refused', () => {
  const pdf = openFile(
    handMadePdf({
      1: '<</Outlines 2 0 R>>',
      2: '<</First 3 0 R>>',
      3: '<</Title (a) /Next 4 0 R>>',
      4: '<</Next 3 0 R>>',
    }),
  );
  expect(() => mendOutline(pdf, tag('Document'), textOf)).toThrow('the outline leads to itself');
});
