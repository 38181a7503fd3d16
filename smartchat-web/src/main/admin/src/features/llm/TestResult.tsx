import { CircleAlert, CircleCheck } from 'lucide-react';
import type { LlmTestResult } from '../../api/llm';
import styles from './TestResult.module.css';

export function TestResult({ result }: { result: LlmTestResult }) {
  return (
    <div role="status" className={styles.result} data-success={result.success}>
      {result.success ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
      <p>
        <strong>{result.success ? 'It works.' : 'It doesn’t work yet.'}</strong> {result.message}
      </p>
      {result.latency_ms !== null && <span className={styles.latency}>{result.latency_ms} ms</span>}
    </div>
  );
}
