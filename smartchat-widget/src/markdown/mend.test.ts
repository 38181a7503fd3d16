import { expect, it } from 'vitest';
import { mend } from './mend';

it.each([
  ['so **bold', 'so **bold**'],
  ['so **bold*', 'so **bold**'],
  ['so **bold** and', 'so **bold** and'],
  ['a `code', 'a `code`'],
  ['see [the page](https://exa', 'see the page'],
  ['fact [1', 'fact '],
  ['Items:\n-', 'Items:\n'],
  ['Items:\n12.', 'Items:\n'],
  ['Title\n==', 'Title\n'],
  ['text\n\n| a | b', 'text\n\n'],
  ['text\n\n| a | b |\n| --', 'text\n\n'],
])('shows %j, half written, as %j', (half, shown) => {
  expect(mend(half)).toBe(shown);
});

it.each(['```js\nconst a = **b', '~~~\n| a', '- x\n  ```\n  [a](b'])(
  'leaves code that is being written alone: %j',
  (code) => expect(mend(code)).toBe(code),
);

it('leaves whole Markdown as it is', () => {
  const text = 'One **two** `three` [four](https://example.org).\n\n- five\n- six.';
  expect(mend(text)).toBe(text);
});
