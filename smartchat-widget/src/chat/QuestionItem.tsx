import { useEffect, useRef } from 'preact/hooks';
import { MarkdownView } from '../markdown/view';
import type { ChatController } from './controller';
import type { Question } from './message';

export function QuestionItem({ chat, question }: { chat: ChatController; question: Question }) {
  const { t } = chat;
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const view = new MarkdownView(parent, {
      citation: () => 'text',
      citationLabel: String,
      copyLabel: t('copy'),
      breaks: true,
    });
    view.append(question.text);
    view.finish();
  }, [question]);

  const late = question.status === 'sending' && chat.connection !== 'open';
  return (
    <li class="message question">
      <span class="off-screen">{t('you')}</span>
      <div class="bubble prose" dir="auto" ref={place} />
      {(late || question.status === 'unsent') && (
        <p class="note">
          {t('notSent')}
          {question.status === 'unsent' && (
            <button
              type="button"
              class="text-button"
              onClick={() => chat.conversation.retry(question)}
            >
              {t('retry')}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
