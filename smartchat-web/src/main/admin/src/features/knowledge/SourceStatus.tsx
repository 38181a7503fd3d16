import { Check, CircleAlert, Clock } from 'lucide-react';
import type { Source } from '../../api/knowledge';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Meter } from '../../ui/Meter';
import styles from './SourceStatus.module.css';
import { useRetry } from './useRetry';

export function SourceStatus({ source }: { source: Source }) {
  const retry = useRetry(source);
  switch (source.status) {
    case 'ready':
      return (
        <Badge tone="ok">
          <Check aria-hidden="true" /> Ready
        </Badge>
      );
    case 'pending':
      return (
        <Badge>
          <Clock aria-hidden="true" /> Waiting
        </Badge>
      );
    case 'processing':
      return (
        <div className={styles.progress}>
          <span>
            Reading{source.progress === null ? '' : ` · ${Math.round(source.progress)} %`}
          </span>
          <Meter label={`Reading ${source.filename}`} value={source.progress} />
        </div>
      );
    case 'failed':
      return (
        <div className={styles.failed}>
          <Badge tone="danger">
            <CircleAlert aria-hidden="true" /> Failed
          </Badge>
          <p>{source.error || 'The document could not be read.'}</p>
          <Button size="small" busy={retry.isPending} onClick={() => retry.mutate()}>
            Retry<span className="visually-hidden"> {source.filename}</span>
          </Button>
        </div>
      );
  }
}
