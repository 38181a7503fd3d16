import { describe, expect, it } from 'vitest';
import { ago, bytes, count } from './format';

const NOW = Date.parse('2025-05-10T12:00:00Z');

describe('formats', () => {
  it.each([
    ['2025-05-10T11:59:50Z', 'just now'],
    ['2025-05-10T11:58:00Z', '2 minutes ago'],
    ['2025-05-10T09:00:00Z', '3 hours ago'],
    ['2025-05-09T11:00:00Z', 'yesterday'],
    ['2025-04-01T12:00:00Z', 'Apr 1, 2025'],
    ['nonsense', 'unknown'],
  ])('%s is %s', (value, text) => {
    expect(ago(value, NOW)).toBe(text);
  });

  it('writes sizes and counts as people do', () => {
    expect([bytes(512), bytes(2048), bytes(2_411_724)]).toEqual(['512 B', '2 KB', '2.3 MB']);
    expect([count(1, 'page'), count(1200, 'passage')]).toEqual(['1 page', '1,200 passages']);
  });
});
