import { expect, it } from 'vitest';
import { highlight } from './highlight';

function listing(text: string): HTMLElement {
  const code = document.createElement('code');
  code.textContent = text;
  return code;
}

it('colours words and keeps every character', () => {
  const text = 'const a = `x${b}`; // <b>hi</b>\n';
  const code = listing(text);
  highlight(code, 'js');
  expect(code.textContent).toBe(text);
  expect(code.querySelector('.hl-keyword')?.textContent).toBe('const');
  expect(code.querySelector('.hl-comment')?.textContent).toBe('// <b>hi</b>');
  expect(code.querySelector('b')).toBeNull();
});

it('colours a language within a language', () => {
  const text = '<style>a { color: red }</style><script>let x = 1</script>';
  const code = listing(text);
  highlight(code, 'html');
  expect(code.textContent).toBe(text);
  expect(Array.from(code.querySelectorAll('.hl-keyword'), (it) => it.textContent)).toContain('let');
});

it('leaves a language it does not know alone', () => {
  const code = listing('10 PRINT "HI"');
  highlight(code, 'basic');
  expect(code.children).toHaveLength(0);
});
