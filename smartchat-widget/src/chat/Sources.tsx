import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../i18n/translate';
import type { Source } from '../transport/frames';
import { Icon } from './Icon';

interface Props {
  t: Translate;
  id: string;
  sources: readonly Source[];
  open: boolean;
  active: number | undefined;
  onToggle(): void;
  onSelect(n: number | undefined): void;
}

/** What an answer rests on: folded until somebody asks, one passage open at a time. */
export function Sources({ t, id, sources, open, active, onToggle, onSelect }: Props) {
  const chosen = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open || active === undefined) return;
    chosen.current?.focus({ preventScroll: true });
    chosen.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  return (
    <div class="sources">
      <button
        type="button"
        class="sources-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
      >
        {t('sources')} <span class="count">{sources.length}</span>
        <Icon name="chevron" />
      </button>
      <ol id={id} hidden={!open}>
        {sources.map((source) => (
          <li key={source.n} class={source.n === active ? 'source active' : 'source'}>
            <button
              type="button"
              ref={source.n === active ? chosen : null}
              aria-expanded={source.n === active}
              onClick={() => onSelect(source.n === active ? undefined : source.n)}
            >
              <span class="number">{source.n}</span>
              <bdi class="file">{source.filename}</bdi>
              {source.page !== undefined && <span class="page">{t('page', source.page)}</span>}
            </button>
            {source.n === active && source.snippet && (
              <blockquote dir="auto">{source.snippet}</blockquote>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
