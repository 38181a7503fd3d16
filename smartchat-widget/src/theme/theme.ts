import { css, parseColor, textOn } from './color';

/** Puts the brand colour and light or dark on the host element; returns how to stop following. */
export function applyTheme(host: HTMLElement, theme: string, primaryColor: string): () => void {
  const primary = parseColor(primaryColor);
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const dark = theme === 'dark' || (theme !== 'light' && system.matches);
    host.dataset.theme = dark ? 'dark' : 'light';
  };
  host.style.setProperty('--sc-primary', css(primary));
  host.style.setProperty('--sc-on-primary', css(textOn(primary)));
  apply();
  system.addEventListener('change', apply);
  return () => system.removeEventListener('change', apply);
}
