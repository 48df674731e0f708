import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { checkFlowText } from '../../scripts/press/verify/lost-text.ts';

function lost(texts: readonly string[], tagged: string, direction: 'ltr' | 'rtl' = 'ltr'): readonly string[] {
  const { report, list } = collectDiagnostics();
  const flow = texts.map((text, index) => ({ text, place: { file: 'a.md', line: index + 1, column: 1 } }));
  checkFlowText({ flow, direction }, tagged, report);
  return list().map(({ place, message }) => `${place.line} ${message}`);
}

test.each([
  ['that runs from the left has its order', ['One two', 'three'], 'One two three'],
  ['that runs from the right has its letters', ['قارب من ورق', 'Words'], 'ق ور ن قارب م Words'],
  ['of one line may run both ways', ['The word العربية here'], 'The word ة العربي here'],
  ['with emoji is held against its letters', ['A boat 🛶, a hand 👍🏽, a heart ❤️'], 'A boat , a hand , a heart'],
])('text %s', (_, texts, tagged) => {
  expect(lost(texts, tagged)).toEqual([]);
});

test('in a document that runs from the right, points may stand at the other end of their line', () => {
  expect(lost(['Nothing of this.', 'It ends'], '.Nothing of this ends It', 'rtl')).toEqual([]);
  expect(lost(['Nothing of this.', 'It ends'], '.Nothing of this ends It')).not.toEqual([]);
});

test.each([
  ['a word that runs from the right', ['قارب من ورق'], 'قارب من', 'ltr', '1 "ورق" is not in the PDF'],
  ['a letter of one', ['قارب', 'قارب'], 'قارب قار', 'ltr', '2 "قارب" is not in the PDF'],
  ['a word of a document that runs from the right', ['One two'], 'One', 'rtl', '1 "two" is not in the PDF'],
] as const)('%s that is lost is told', (_, texts, tagged, direction, message) => {
  expect(lost(texts, tagged, direction)).toEqual([message]);
});
