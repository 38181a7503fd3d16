import { CircleAlert, CircleCheck } from 'lucide-react';
import type { LlmTestResult, TestOutcome } from '../../api/llm';
import styles from './TestResult.module.css';

export function TestResult({ result }: { result: LlmTestResult }) {
  return (
    <div role="status" className={styles.results}>
      <Outcome outcome={result} verdict={result.success ? 'It works.' : 'It doesn’t work yet.'} />
      {result.fallback && (
        <Outcome
          outcome={result.fallback}
          verdict={
            result.fallback.success ? 'The fallback works.' : 'The fallback doesn’t work yet.'
          }
        />
      )}
    </div>
  );
}

function Outcome({ outcome, verdict }: { outcome: TestOutcome; verdict: string }) {
  return (
    <div className={styles.result} data-success={outcome.success}>
      {outcome.success ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
      <p>
        <strong>{verdict}</strong> {outcome.message}
      </p>
      {outcome.latency_ms !== null && (
        <span className={styles.latency}>{outcome.latency_ms} ms</span>
      )}
    </div>
  );
}
