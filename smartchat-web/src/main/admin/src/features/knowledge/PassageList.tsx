import type { Passage } from '../../api/knowledge';
import { Card } from '../../ui/Card';
import styles from './PassageList.module.css';

/** Bars compare the results with one another: the longest is the best of its kind. */
export function PassageList({ passages }: { passages: readonly Passage[] }) {
  const best = (pick: (passage: Passage) => number | null) =>
    Math.max(...passages.map((passage) => pick(passage) ?? 0));
  const bestScore = best((passage) => passage.score);
  const bestVector = best((passage) => passage.vector_score);
  const bestLexical = best((passage) => passage.lexical_score);
  return (
    <Card flush>
      <ol className={styles.list} aria-label="Passages found">
        {passages.map((passage, index) => (
          <li key={index} className={styles.passage}>
            <div className={styles.content}>
              <h2>
                {passage.filename}
                {passage.page ? <span className={styles.page}>page {passage.page}</span> : null}
              </h2>
              <p>{passage.text}</p>
            </div>
            <dl className={styles.scores}>
              <Score label="Score" value={passage.score} best={bestScore} main />
              <Score label="Meaning" value={passage.vector_score} best={bestVector} />
              <Score label="Words" value={passage.lexical_score} best={bestLexical} />
            </dl>
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface ScoreProps {
  label: string;
  value: number | null;
  best: number;
  main?: boolean;
}

function Score({ label, value, best, main = false }: ScoreProps) {
  const share = value !== null && best > 0 ? Math.max(0, value / best) : 0;
  return (
    <div className={styles.score}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.track} aria-hidden="true">
          <span
            className={styles.bar}
            data-main={main || undefined}
            style={{ width: `${share * 100}%` }}
          />
        </span>
        <span className={styles.value}>{value === null ? '–' : value.toFixed(3)}</span>
      </dd>
    </div>
  );
}
