import type { Evidence, FoundPassage } from '../../api/evidence';
import styles from './EvidenceView.module.css';

export function EvidencePassages({ evidence }: { evidence: Evidence }) {
  const { passages, times } = evidence;
  if (times.retrieval_ms === null) return <p>The documents were not searched.</p>;
  if (passages.length === 0) return <p>No passage has anything to do with the question.</p>;
  return (
    <ol className={styles.passages} aria-label="Passages">
      {passages.map((passage) => (
        <li key={passage.n}>
          <p>
            <span className={styles.number}>{passage.n}</span> {placeOf(passage)}
          </p>
          <p className={styles.quiet}>
            Score {hundredths(passage.score)}: meaning {hundredths(passage.vector_score)}, words{' '}
            {hundredths(passage.lexical_score)}
            {passage.shown ? '' : ' · not shown to the model'}
          </p>
        </li>
      ))}
    </ol>
  );
}

function placeOf({ filename, page }: FoundPassage): string {
  return page ? `${filename}, page ${page}` : filename;
}

function hundredths(score: number): string {
  return score.toFixed(2);
}
