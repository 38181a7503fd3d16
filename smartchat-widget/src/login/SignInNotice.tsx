import type { ChatController } from '../chat/controller';
import { Logo } from '../chat/Header';

/** For sites that vouch for their visitors: signing in is the site's own business. */
export function SignInNotice({ chat }: { chat: ChatController }) {
  const { t } = chat;
  return (
    <div class="gate">
      <Logo chat={chat} />
      <p>{chat.loginEnded ? `${t('loginAgain')} ${t('signInOnSite')}` : t('signInOnSite')}</p>
    </div>
  );
}
