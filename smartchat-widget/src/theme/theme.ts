import type { ThemeName } from '../embed/options';
import { css, parseColor, readableOn, textOn, type Rgb } from './color';

const SURFACES: Record<'light' | 'dark', Rgb> = { light: [255, 255, 255], dark: [23, 25, 31] };

/** Puts the brand colour and light or dark on the host element; returns how to stop following. */
export function applyTheme(host: HTMLElement, theme: ThemeName, primaryColor: string): () => void {
  const primary = parseColor(primaryColor);
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const dark = theme === 'dark' || (theme === 'auto' && system.matches);
    const surface = SURFACES[dark ? 'dark' : 'light'];
    host.dataset.theme = dark ? 'dark' : 'light';
    host.style.setProperty('--sc-primary', css(primary));
    host.style.setProperty('--sc-on-primary', css(textOn(primary)));
    host.style.setProperty('--sc-accent', css(readableOn(surface, primary)));
  };
  apply();
  system.addEventListener('change', apply);
  return () => system.removeEventListener('change', apply);
}
