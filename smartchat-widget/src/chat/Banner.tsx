import type { ChatController } from './controller';

/** One quiet line while the way to the server is not there; nothing while all is well. */
export function Banner({ chat }: { chat: ChatController }) {
  const { t, connection } = chat;
  const trouble = connection === 'waiting' || chat.troubled;
  if (connection === 'refused') return <p class="banner">{t('error.origin_not_allowed')}</p>;
  if (!trouble || connection === 'open') return null;
  return (
    <p class="banner" role="status">
      {t(navigator.onLine ? 'reconnecting' : 'offline')}
    </p>
  );
}
