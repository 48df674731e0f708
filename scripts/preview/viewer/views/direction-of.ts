export type Direction = 'ltr' | 'rtl';

/** The direction in which a language's script runs; left to right where the browser cannot tell. */
export function directionOf(language: string): Direction {
  if (language === '') return 'ltr';
  const locale: Partial<Pick<Intl.Locale, 'getTextInfo'>> = new Intl.Locale(language).maximize();
  return locale.getTextInfo?.().direction ?? 'ltr';
}
