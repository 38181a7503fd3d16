import type { Language } from './language';

/** The few words the loader itself needs: [open, close, unread messages]. */
export const LAUNCHER_WORDS: Record<Language, readonly [string, string, string]> = {
  en: ['Open chat', 'Close chat', 'unread'],
  de: ['Chat öffnen', 'Chat schließen', 'ungelesen'],
  es: ['Abrir chat', 'Cerrar chat', 'sin leer'],
  fr: ['Ouvrir le chat', 'Fermer le chat', 'non lus'],
  ar: ['فتح المحادثة', 'إغلاق المحادثة', 'غير مقروءة'],
  zh: ['打开聊天', '关闭聊天', '未读'],
  ja: ['チャットを開く', 'チャットを閉じる', '未読'],
};
