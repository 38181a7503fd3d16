import type { Composer, ComposerOptions } from './composer';

const TALLEST = 160;
/** Some input methods say only by this key code that a key belongs to their composition. */
const IME_KEY = 229;

/** A text area that grows with its lines. */
export function plainComposer(options: ComposerOptions): Composer {
  const area = document.createElement('textarea');
  area.rows = 1;
  area.placeholder = options.placeholder;
  area.maxLength = options.maxLength;
  area.enterKeyHint = 'send';
  area.setAttribute('aria-label', options.label);

  const fit = (): void => {
    area.style.height = 'auto';
    const height = area.scrollHeight;
    if (height) area.style.height = `${Math.min(height, TALLEST)}px`;
    area.style.overflowY = height > TALLEST ? 'auto' : 'hidden';
  };
  const changed = (): void => {
    // Without text, `auto` would turn an Arabic placeholder to the left.
    area.dir = area.value ? 'auto' : '';
    fit();
    options.onChange(area.value.length);
  };

  area.addEventListener('input', changed);
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    if (event.keyCode === IME_KEY) return;
    event.preventDefault();
    options.onSubmit();
  });

  return {
    element: area,
    getMarkdown: () => area.value,
    setMarkdown: (text) => {
      area.value = text;
      changed();
    },
    focus: () => area.focus({ preventScroll: true }),
    destroy: () => area.remove(),
  };
}
