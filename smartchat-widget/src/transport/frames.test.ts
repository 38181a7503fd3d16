import { expect, it } from 'vitest';
import { parseFrame } from './frames';

it('reads a chunk of a server that knows only content', () => {
  expect(parseFrame('{"type":"chunk","content":"Hi"}')).toEqual({ type: 'chunk', content: 'Hi' });
});

it('passes over broken JSON and frames of a later version', () => {
  for (const text of ['', '{', 'null', '[]', '7', '{"type":"novelty"}', '{}']) {
    expect(parseFrame(text)).toBeUndefined();
  }
});

it('does not trust the types of fields', () => {
  const frame = '{"type":"chunk","content":{"a":1},"seq":"2","message_id":5}';
  expect(parseFrame(frame)).toEqual({ type: 'chunk', content: '' });
});

it('reads sources and leaves out what is not one', () => {
  const items = [{ n: 2, source_id: 's', filename: 'f.pdf', page: 3, snippet: 't', score: 0.5 }, 4];
  expect(parseFrame(JSON.stringify({ type: 'sources', items }))).toEqual({
    type: 'sources',
    items: [items[0]],
  });
});

it('reads how long to wait', () => {
  const frame = { type: 'error', code: 'rate_limited', message: 'Slow down', retry_after: 5 };
  expect(parseFrame(JSON.stringify(frame))).toEqual(frame);
});
