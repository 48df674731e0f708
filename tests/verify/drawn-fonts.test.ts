import { expect, test } from 'vitest';
import { familyOfFont } from '../../scripts/press/verify/drawn-fonts.ts';

const families = ['Source Serif 4', 'Source Sans 3'];

test.each([
  ['AAAAAA+SourceSerif4-Regular', 'Source Serif 4'],
  ['BAAAAA+SourceSerif4-SemiBoldItalic', 'Source Serif 4'],
  // The files of the package name the lightest face of the variable font that they were cut from.
  ['CAAAAA+SourceSans3ExtraLight-Bold', 'Source Sans 3'],
  ['SourceSans3', 'Source Sans 3'],
  ['DAAAAA+SourceSerif4Display-Regular', undefined],
  ['EAAAAA+DejaVuSans', undefined],
  ['', undefined],
])('%s is of %s', (name, family) => {
  expect(familyOfFont(name, families)).toBe(family);
});
