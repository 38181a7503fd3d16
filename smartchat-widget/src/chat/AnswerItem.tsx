import { useState } from 'preact/hooks';
import type { Feedback } from '../transport/http';
import { AnswerText } from './AnswerText';
import type { ChatController } from './controller';
import { CopyButton } from './CopyButton';
import { FailureNote } from './FailureNote';
import { Icon } from './Icon';
import type { Answer } from './message';
import { Sources } from './Sources';

interface Props {
  chat: ChatController;
  answer: Answer;
  isLast: boolean;
}

const HOPELESS = new Set([
  'origin_not_allowed',
  'invalid_api_key',
  'llm_not_configured',
  'message_too_long',
]);

export function AnswerItem({ chat, answer, isLast }: Props) {
  const { t, settings } = chat;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const showSources = settings.showSources && answer.sources.length > 0;
  const failure =
    answer.failure ??
    (answer.status === 'failed' ? { code: 'internal', message: '' } : undefined) ??
    (answer.status === 'interrupted' ? { code: 'interrupted', message: '' } : undefined);
  const stuck = answer.status === 'refused' || failure?.code.startsWith('llm_');
  const handoff = stuck && settings.handoffMessage;

  return (
    <li class="message answer" aria-busy={answer.running}>
      <span class="off-screen">{t('assistant')}</span>
      {answer.status === 'waiting' && <Waiting label={answer.tool} />}
      <AnswerText
        t={t}
        answer={answer}
        showSources={settings.showSources}
        onCite={(n) => {
          setOpen(true);
          setActive(n);
        }}
      />
      {answer.status === 'streaming' && answer.tool && <Waiting label={answer.tool} />}
      {answer.status === 'stopped' && <p class="note">{t('stopped')}</p>}
      {failure && (
        <FailureNote
          t={t}
          failure={failure}
          onRetry={
            isLast && !HOPELESS.has(failure.code)
              ? () => chat.conversation.retry(answer)
              : undefined
          }
        />
      )}
      {handoff && <p class="handoff">{handoff}</p>}
      {showSources && !answer.running && (
        <Sources
          t={t}
          id={`sources-${answer.key}`}
          sources={answer.sources}
          open={open}
          active={active}
          onToggle={() => {
            setOpen(!open);
            setActive(undefined);
          }}
          onSelect={setActive}
        />
      )}
      {!answer.running && answer.text && <Actions chat={chat} answer={answer} isLast={isLast} />}
    </li>
  );
}

function Waiting({ label }: { label: string | undefined }) {
  return (
    <p class="waiting">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {label && <span dir="auto">{label}</span>}
    </p>
  );
}

function Actions({ chat, answer, isLast }: Props) {
  const { t } = chat;
  const rate = (value: Feedback) => () =>
    void chat.rate(answer, answer.feedback === value ? null : value);
  return (
    <div class="actions">
      <CopyButton t={t} text={() => answer.text} />
      {answer.id && (
        <>
          <button
            type="button"
            class="action"
            aria-label={t('helpful')}
            title={t('helpful')}
            aria-pressed={answer.feedback === 'up'}
            onClick={rate('up')}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            class="action"
            aria-label={t('notHelpful')}
            title={t('notHelpful')}
            aria-pressed={answer.feedback === 'down'}
            onClick={rate('down')}
          >
            <Icon name="down_thumb" />
          </button>
          {isLast && !answer.failure && (
            <button
              type="button"
              class="action"
              aria-label={t('regenerate')}
              title={t('regenerate')}
              onClick={() => chat.conversation.regenerate(answer)}
            >
              <Icon name="again" />
            </button>
          )}
        </>
      )}
    </div>
  );
}
