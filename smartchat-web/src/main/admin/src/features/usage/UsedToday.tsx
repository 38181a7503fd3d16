import type { LimitsAndUse } from '../../api/usage';
import { Card } from '../../ui/Card';
import { amount, count } from '../../ui/format';
import { Meter } from '../../ui/Meter';
import styles from './UsedToday.module.css';

/** What the day has taken so far, against its budget. */
export function UsedToday({ limits }: { limits: LimitsAndUse }) {
  const { today, daily_tokens: budget } = limits;
  const tokens = today.prompt_tokens + today.completion_tokens;
  return (
    <Card title="Today" description="Since midnight UTC.">
      <dl className={styles.figures}>
        <Figure name="Messages" value={today.messages} />
        <Figure name="Turned away" value={today.refused} />
        <Figure name="Prompt tokens" value={today.prompt_tokens} />
        <Figure name="Answer tokens" value={today.completion_tokens} />
      </dl>
      {budget !== null && (
        <div className={styles.budget}>
          <Meter label="Tokens used of today’s budget" value={(100 * tokens) / budget} />
          <p>
            {amount(tokens)} of {count(budget, 'token')} are used.
            {tokens >= budget && ' The chat asks visitors to come back tomorrow.'}
          </p>
        </div>
      )}
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{amount(value)}</dd>
    </div>
  );
}
