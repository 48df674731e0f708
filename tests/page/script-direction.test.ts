import { expect, test } from 'vitest';
import { scriptDirection } from '../../scripts/press/page/script-direction.ts';

test.each([
  ['en', 'ltr'],
  ['am', 'ltr'],
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['he', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ku-Latn', 'ltr'],
])('%s runs %s', (language, direction) => {
  expect(scriptDirection(language)).toBe(direction);
});
