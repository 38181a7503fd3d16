import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../chat/Icon';
import type { Translate } from '../i18n/translate';
import type { Composer, ComposerFactory } from './composer';

export const MAX_LENGTH = 8000;
const COUNT_FROM = 7500;

interface Props {
  t: Translate;
  create: ComposerFactory;
  placeholder: string;
  running: boolean;
  stopping: boolean;
  onSend(markdown: string): void;
  onStop(): void;
  onReady(composer: Composer): void;
}

/** The input with its button: send, or stop while an answer is being written. */
export function ComposerBar(props: Props) {
  const { t, create, placeholder, running, stopping } = props;
  const slot = useRef<HTMLDivElement>(null);
  const composer = useRef<Composer | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [length, setLength] = useState(0);

  const submit = (): void => {
    const input = composer.current;
    const text = input?.getMarkdown().trim();
    if (!input || !text || text.length > MAX_LENGTH || latest.current.running) return;
    input.setMarkdown('');
    latest.current.onSend(text);
  };

  useLayoutEffect(() => {
    const made = create({
      label: t('messageLabel'),
      placeholder,
      maxLength: MAX_LENGTH,
      onChange: setLength,
      onSubmit: submit,
    });
    composer.current = made;
    slot.current?.append(made.element);
    latest.current.onReady(made);
    return () => made.destroy();
  }, []);

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="composer-box" onClick={() => composer.current?.focus()}>
        <div class="composer-input" ref={slot} />
        {running ? (
          <button
            type="button"
            class="round stop"
            aria-label={t('stop')}
            title={t('stop')}
            disabled={stopping}
            onClick={props.onStop}
          >
            <Icon name="stop" />
          </button>
        ) : (
          <button
            type="submit"
            class="round"
            aria-label={t('send')}
            title={t('send')}
            disabled={length === 0}
          >
            <Icon name="send" />
          </button>
        )}
      </div>
      {length >= COUNT_FROM && (
        <p class="counter" role="status">
          {t('remaining', MAX_LENGTH - length)}
        </p>
      )}
    </form>
  );
}
