import { useState } from 'preact/hooks';
import type { ChatController } from './controller';
import { Icon } from './Icon';

interface Props {
  chat: ChatController;
  titleId: string;
  onClose: (() => void) | undefined;
}

export function Header({ chat, titleId, onClose }: Props) {
  const { t, settings, signedInAs } = chat;
  return (
    <header class="header">
      <Logo chat={chat} />
      <h2 class="title" id={titleId} dir="auto">
        {settings.title || t('title')}
      </h2>
      {signedInAs !== undefined && (
        <button
          type="button"
          class="action"
          aria-label={t('signOut')}
          title={`${t('signOut')} ${signedInAs}`.trim()}
          onClick={() => chat.signOut()}
        >
          <Icon name="exit" />
        </button>
      )}
      {onClose && (
        <button
          type="button"
          class="action"
          aria-label={t('close')}
          title={t('close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}

export function Logo({ chat }: { chat: ChatController }) {
  const [broken, setBroken] = useState(false);
  const { settings, context } = chat;
  const source = logoAddress(settings.logoUrl, context.options.base);
  return (
    <span class="logo" aria-hidden="true">
      {source && !broken ? (
        <img src={source} alt="" referrerpolicy="no-referrer" onError={() => setBroken(true)} />
      ) : (
        <Icon name="chat" />
      )}
    </span>
  );
}

function logoAddress(logo: string, base: string): string | undefined {
  if (!logo) return undefined;
  try {
    const url = new URL(logo, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
