/** Intl.Locale as ECMA-402 has it since 2024; the types do not know its newer method yet. */
interface Locale extends Intl.Locale {
  getTextInfo(): { readonly direction?: 'ltr' | 'rtl' };
}

/** The direction in which a language's script runs: of "ar" rtl, of "ku-Latn" ltr. */
export function scriptDirection(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language).maximize() as Locale;
  return locale.getTextInfo().direction ?? 'ltr';
}
