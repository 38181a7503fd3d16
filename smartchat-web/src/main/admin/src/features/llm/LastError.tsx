import { TriangleAlert } from 'lucide-react';
import type { LlmError } from '../../api/llm';
import { Time } from '../../ui/Time';
import styles from './TestResult.module.css';

/** What the model server said when it last failed. */
export function LastError({ error }: { error: LlmError }) {
  return (
    <div role="note" aria-label="Last failure" className={styles.result}>
      <TriangleAlert aria-hidden="true" />
      <p>
        <strong>
          {error.code === 'llm_timeout' ? 'It took too long' : 'It failed'}{' '}
          <Time value={error.at} />.
        </strong>{' '}
        {error.message}
      </p>
    </div>
  );
}
