const signs = {
  superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹',
  subscript: '₀₁₂₃₄₅₆₇₈₉',
} as const;

/**
 * Raised or lowered digits as signs of their own, which keep their meaning in running text.
 *
 * @returns undefined for a text that has other signs than digits
 */
export function scriptSigns(text: string, script: keyof typeof signs): string | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  return text.replace(/\d/g, (digit) => signs[script][Number(digit)] ?? digit);
}
