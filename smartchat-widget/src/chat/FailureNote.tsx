import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate';
import { Icon } from './Icon';
import type { Failure } from './message';

interface Props {
  t: Translate;
  failure: Failure;
  /** Missing where another try can't help. */
  onRetry: (() => void) | undefined;
}

export function FailureNote({ t, failure, onRetry }: Props) {
  const wait = useCountdown(failure.retryAt);
  return (
    <div class="failure">
      <Icon name="alert" />
      <div>
        <p>{t.error(failure.code, failure.message)}</p>
        {onRetry && (
          <button type="button" class="text-button" disabled={wait > 0} onClick={onRetry}>
            {wait > 0 ? t('retryIn', wait) : t('retry')}
          </button>
        )}
      </div>
    </div>
  );
}

function useCountdown(until = 0): number {
  const left = (): number => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    if (until <= Date.now()) return;
    const timer = setInterval(() => {
      setSeconds(left());
      if (until <= Date.now()) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
