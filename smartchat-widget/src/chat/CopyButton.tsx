import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate';
import { copyText } from './clipboard';
import { Icon } from './Icon';

export function CopyButton({ t, text }: { t: Translate; text: () => string }) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  const label = t(copied ? 'copied' : 'copy');
  return (
    <button
      type="button"
      class="action"
      aria-label={label}
      title={label}
      onClick={async (event) => setCopied(await copyText(text(), event.currentTarget))}
    >
      <Icon name={copied ? 'check' : 'copy'} />
    </button>
  );
}
