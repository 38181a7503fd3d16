import { describe, expect, it } from 'vitest';
import { Problem } from './problem';
import { sentenceFor } from './sentence';

describe('what a person is told about a failure', () => {
  it.each([
    [new Problem(429, 'rate_limited', '', { retryAfter: 30 }), 'wait 30 seconds'],
    [new Problem(429, 'rate_limited', '', { retryAfter: 90 }), 'wait 2 minutes'],
    [new Problem(429, 'rate_limited', ''), 'wait a moment'],
    [new Problem(0, 'unreachable', ''), 'can’t be reached'],
    [new Problem(404, 'not_found', 'No row.'), 'isn’t here any more'],
    [new Problem(409, 'duplicate', 'Same bytes as a.pdf.'), 'Same bytes as a.pdf.'],
    [new Problem(500, 'internal', 'NullPointer', { traceId: 't-9' }), 't-9'],
    [new TypeError('x is undefined'), 'Reload'],
  ])('%s → %s', (error, part) => {
    expect(sentenceFor(error)).toContain(part);
  });

  it('keeps the inner workings of a server fault to the log', () => {
    expect(sentenceFor(new Problem(500, 'internal', 'NullPointer'))).not.toContain('NullPointer');
  });
});
