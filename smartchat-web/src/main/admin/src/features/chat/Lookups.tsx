import type { Lookup } from '../../api/evidence';
import { Badge, type Tone } from '../../ui/Badge';
import { count } from '../../ui/format';
import styles from './EvidenceView.module.css';
import { seconds } from './evidenceWords';

const outcomes: Record<Lookup['status'], { tone: Tone; text: string }> = {
  done: { tone: 'ok', text: 'Found' },
  refused: { tone: 'warn', text: 'Not allowed' },
  failed: { tone: 'danger', text: 'Failed' },
  malformed: { tone: 'warn', text: 'Asked wrongly' },
};

export function Lookups({ lookups }: { lookups: readonly Lookup[] }) {
  return (
    <ol className={styles.passages} aria-label="Lookups">
      {lookups.map((lookup, index) => (
        <li key={index}>
          <p className={styles.lookup}>
            <strong>{lookup.name}</strong>
            <Badge tone={outcomes[lookup.status].tone}>{outcomes[lookup.status].text}</Badge>
            <span className={styles.quiet}>{figuresOf(lookup)}</span>
          </p>
          <details>
            <summary>What was asked and what ran</summary>
            <pre className={styles.code}>{lookup.arguments}</pre>
            {lookup.executed !== '{}' && <pre className={styles.code}>{lookup.executed}</pre>}
            <pre className={styles.code}>{lookup.result}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}

function figuresOf({ row_count: rows, elapsed_ms: elapsed }: Lookup): string {
  return rows === null ? seconds(elapsed) : `${count(rows, 'row')} in ${seconds(elapsed)}`;
}
