import { Progress } from 'radix-ui';
import styles from './Meter.module.css';

/** A thin progress bar; value is a percentage, null while it can't be told. */
export function Meter({ label, value }: { label: string; value: number | null }) {
  const shown = value === null ? null : Math.min(100, Math.max(0, Math.round(value)));
  return (
    <Progress.Root className={styles.track} aria-label={label} value={shown}>
      <Progress.Indicator
        className={styles.bar}
        {...(shown === null ? {} : { style: { width: `${shown}%` } })}
      />
    </Progress.Root>
  );
}
