import { ago, dateTime } from './format';

/** "5 minutes ago", with the exact time on hover. */
export function Time({ value }: { value: string }) {
  return (
    <time dateTime={value} title={dateTime(value)}>
      {ago(value)}
    </time>
  );
}
