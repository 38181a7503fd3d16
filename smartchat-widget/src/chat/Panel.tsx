import type { Composer } from '../composer/composer';
import { ComposerBar } from '../composer/ComposerBar';
import { plainComposer } from '../composer/plain';
import { LoginForm } from '../login/LoginForm';
import { SignInNotice } from '../login/SignInNotice';
import { Banner } from './Banner';
import type { ChatController } from './controller';
import { Header } from './Header';
import { Thread } from './Thread';
import { useChanges } from './useChanges';

interface Props {
  chat: ChatController;
  onClose: (() => void) | undefined;
  onComposer(composer: Composer | undefined): void;
}

const TITLE = 'smartchat-title';

export function Panel({ chat, onClose, onComposer }: Props) {
  useChanges(chat.changed);
  const { t, settings, context, conversation } = chat;
  return (
    <section
      class="dialog"
      role="dialog"
      aria-labelledby={TITLE}
      aria-modal={!context.inline && matchMedia('(max-width: 480px)').matches}
      tabIndex={-1}
    >
      <Header chat={chat} titleId={TITLE} onClose={onClose} />
      {chat.phase === 'login' && <LoginForm chat={chat} />}
      {chat.phase === 'sign-in-on-site' && <SignInNotice chat={chat} />}
      {(chat.phase === 'chat' || chat.phase === 'loading') && (
        <>
          <Thread chat={chat} />
          <Banner chat={chat} />
          <ComposerBar
            t={t}
            create={plainComposer}
            placeholder={settings.placeholder || t('placeholder')}
            running={conversation.running !== undefined}
            stopping={conversation.stopping}
            onSend={(text) => chat.send(text)}
            onStop={() => conversation.stop()}
            onReady={onComposer}
          />
        </>
      )}
      <p class="off-screen" role="status" aria-live="polite">
        {chat.announcement}
      </p>
    </section>
  );
}
