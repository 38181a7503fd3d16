import type { Language } from './language';

/** The few words the loader itself needs: the button's name, and "unread" after a number. */
export const LAUNCHER_WORDS: Record<Language, readonly [string, string]> = {
  en: ['Chat', 'unread'],
  de: ['Chat', 'ungelesen'],
  es: ['Chat', 'sin leer'],
  fr: ['Chat', 'non lus'],
  ar: ['محادثة', 'غير مقروءة'],
  zh: ['聊天', '未读'],
  ja: ['チャット', '未読'],
};
