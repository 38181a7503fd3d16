import { beforeEach, expect, it, vi } from 'vitest';
import { plainComposer } from './plain';

let submitted: number;
let area: HTMLTextAreaElement;

beforeEach(() => {
  submitted = 0;
  const composer = plainComposer({
    label: 'Your message',
    placeholder: '',
    maxLength: 8000,
    onChange: vi.fn(),
    onSubmit: () => submitted++,
  });
  area = composer.element as HTMLTextAreaElement;
});

function press(init: KeyboardEventInit & { keyCode?: number }): boolean {
  return area.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...init }),
  );
}

it('sends with Enter', () => {
  expect(press({})).toBe(false);
  expect(submitted).toBe(1);
});

it('breaks the line with Shift+Enter', () => {
  expect(press({ shiftKey: true })).toBe(true);
  expect(submitted).toBe(0);
});

it('leaves Enter to an input method that is composing', () => {
  press({ isComposing: true });
  press({ keyCode: 229 });
  expect(submitted).toBe(0);
});

it('has a name and takes no more than the server does', () => {
  expect(area.getAttribute('aria-label')).toBe('Your message');
  expect(area.maxLength).toBe(8000);
});
