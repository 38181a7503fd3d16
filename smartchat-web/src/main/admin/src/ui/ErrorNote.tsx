import { CircleAlert } from 'lucide-react';
import { sentenceFor } from '../api/sentence';
import { Button } from './Button';
import styles from './ErrorNote.module.css';

/** A failed call, in words, with a way to try again where that makes sense. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div role="alert" className={styles.note}>
      <CircleAlert aria-hidden="true" />
      <p>{sentenceFor(error)}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
