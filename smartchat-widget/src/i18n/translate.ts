import ar from './ar';
import de from './de';
import en, { type Word, type Words } from './en';
import es from './es';
import fr from './fr';
import ja from './ja';
import type { Language } from './language';
import zh from './zh';

export type { Word };

export const DICTIONARIES: Record<Language, Words> = { en, de, es, fr, ar, zh, ja };

export interface Translate {
  (word: Word, n?: number): string;
  /** What an error frame says to the visitor, in the widget's language. */
  error(code: string, serverMessage: string): string;
}

export function translator(language: Language): Translate {
  const words = DICTIONARIES[language];
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
