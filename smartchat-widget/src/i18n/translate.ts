import en, { type Word, type Words } from './en';
import type { Language } from './language';

export type { Word };

/** Each language is its own small chunk: nobody downloads seven. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'de':
      return (await import('./de')).default;
    case 'es':
      return (await import('./es')).default;
    case 'fr':
      return (await import('./fr')).default;
    case 'ar':
      return (await import('./ar')).default;
    case 'zh':
      return (await import('./zh')).default;
    case 'ja':
      return (await import('./ja')).default;
    case 'en':
      return en;
  }
}

export interface Translate {
  (word: Word, n?: number): string;
  /** What an error frame says to the visitor, in the widget's language. */
  error(code: string, serverMessage: string): string;
}

export function translator(language: Language, words: Words): Translate {
  const translate = (word: Word, n?: number): string =>
    n === undefined ? words[word] : words[word].replace('{n}', n.toLocaleString(language));
  const error = (code: string, serverMessage: string): string => {
    const known = `error.${code}`;
    // The server's own sentence says more, but it is English.
    if (serverMessage && (language === 'en' || !(known in words))) return serverMessage;
    return known in words ? words[known as Word] : words['error.internal'];
  };
  return Object.assign(translate, { error });
}
