import { expect, it } from 'vitest';
import { ChunkOrder } from './chunks';

it('passes on chunks that come in order', () => {
  const order = new ChunkOrder();
  expect(order.accept(1, 'a')).toEqual({ text: 'a', gap: false });
  expect(order.accept(2, 'b')).toEqual({ text: 'b', gap: false });
  expect(order.lastSeq).toBe(2);
});

it('drops what it already has', () => {
  const order = new ChunkOrder();
  order.accept(1, 'a');
  order.accept(2, 'b');
  expect(order.accept(1, 'a')).toEqual({ text: '', gap: false });
  expect(order.accept(2, 'b')).toEqual({ text: '', gap: false });
});

it('holds back what is behind a gap until the gap is filled', () => {
  const order = new ChunkOrder();
  order.accept(1, 'a');
  expect(order.accept(4, 'd')).toEqual({ text: '', gap: true });
  expect(order.accept(3, 'c')).toEqual({ text: '', gap: true });
  expect(order.accept(2, 'b')).toEqual({ text: 'bcd', gap: false });
  expect(order.lastSeq).toBe(4);
});

it('takes chunks without a number as they come', () => {
  const order = new ChunkOrder();
  expect(order.accept(undefined, 'a')).toEqual({ text: 'a', gap: false });
  expect(order.accept(undefined, 'a')).toEqual({ text: 'a', gap: false });
});

it('ends with the same text, however often and in whatever order chunks arrive', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 200; round++) {
    const parts = Array.from({ length: 20 }, (_, index) => ({ seq: index + 1, text: `${index};` }));
    const arriving = [...parts, ...parts.filter(() => random(3) === 0)];
    for (let at = arriving.length - 1; at > 0; at--) {
      const other = random(at + 1);
      [arriving[at], arriving[other]] = [arriving[other]!, arriving[at]!];
    }
    const order = new ChunkOrder();
    const text = arriving.map((part) => order.accept(part.seq, part.text).text).join('');
    expect(text).toBe(parts.map((part) => part.text).join(''));
  }
});
