export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ar', 'zh', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The first wish that SmartChat speaks; `auto` and unknown languages are passed over. */
export function chooseLanguage(...wishes: readonly (string | undefined)[]): Language {
  for (const wish of wishes) {
    const base = wish?.toLowerCase().split(/[-_]/)[0];
    const known = LANGUAGES.find((language) => language === base);
    if (known) return known;
  }
  return 'en';
}

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
