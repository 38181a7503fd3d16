import { expect, it } from 'vitest';
import { Backoff } from './backoff';

it('doubles up to half a minute and starts small again after a reset', () => {
  const backoff = new Backoff(() => 1);
  const waits = Array.from({ length: 9 }, () => backoff.next());
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  backoff.reset();
  expect(backoff.next()).toBe(500);
});

it('never waits less than half of the full time', () => {
  expect(new Backoff(() => 0).next()).toBe(250);
});
