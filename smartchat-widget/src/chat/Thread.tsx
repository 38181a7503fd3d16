import { useEffect } from 'preact/hooks';
import { AnswerItem } from './AnswerItem';
import type { ChatController } from './controller';
import { Icon } from './Icon';
import { Question } from './message';
import { QuestionItem } from './QuestionItem';
import { useStickyScroll } from './useStickyScroll';

/** The messages, or what to begin with. */
export function Thread({ chat }: { chat: ChatController }) {
  const { t, settings, conversation } = chat;
  const { scroller, content, away, toNewest } = useStickyScroll();
  const { messages } = conversation;
  const asked = messages.filter((message) => message instanceof Question).length;

  useEffect(toNewest, [asked]);

  const suggestions = settings.suggestedQuestions;
  const isNew = messages.length === 0 && chat.phase === 'chat';
  return (
    <div class="thread">
      <div
        class="scroller"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('conversation')}
      >
        <div class="content" ref={content}>
          {chat.earlier && (
            <button type="button" class="pill earlier" onClick={() => void chat.loadEarlier()}>
              {t('earlier')}
            </button>
          )}
          {chat.historyFailed && <p class="note centre">{t('historyFailed')}</p>}
          {!chat.earlier && (
            <p class="greeting" dir="auto">
              {settings.greeting || t('greeting')}
            </p>
          )}
          <ol class="messages">
            {messages.map((message, index) =>
              message instanceof Question ? (
                <QuestionItem key={message.key} chat={chat} question={message} />
              ) : (
                <AnswerItem
                  key={message.key}
                  chat={chat}
                  answer={message}
                  isLast={index === messages.length - 1}
                />
              ),
            )}
          </ol>
          {isNew && suggestions.length > 0 && (
            <ul class="suggestions" aria-label={t('suggestions')}>
              {suggestions.map((question) => (
                <li key={question}>
                  <button type="button" class="pill" dir="auto" onClick={() => chat.send(question)}>
                    {question}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {away && (
        <button
          type="button"
          class="newest"
          aria-label={t('newest')}
          title={t('newest')}
          onClick={toNewest}
        >
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}
