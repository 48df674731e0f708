import { findNumerals } from '../numerals/find-numerals.ts';

/** Whether a text is a date, a period or a name and nothing else ("2021-H1", "FY 2017–2018"), or holds no numeral. */
export function isValue(text: string, language: string): boolean {
  const [only, ...others] = findNumerals(text, language);
  if (!only) return true;
  const whole = only.start === 0 && only.end === text.trimEnd().length && others.length === 0;
  return whole && (only.kind === 'date' || only.kind === 'name');
}

/** Whether a text is prose: short codes (2022-Q1, H1) and single signs stand in cells as well. */
export function isProse(text: string): boolean {
  return /[^\w.:%+/-]/.test(text.trim());
}
