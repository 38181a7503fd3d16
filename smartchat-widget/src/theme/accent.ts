import { contrast, css, INK, mix, parseColor, WHITE, type Rgb } from './color';

const SURFACES: Record<string, Rgb> = { light: WHITE, dark: [23, 25, 31] };

/** The brand colour, moved towards white or black until it can be read as text on `surface`. */
export function readableOn(surface: Rgb, color: Rgb, ratio = 4.5): Rgb {
  const goal = contrast(surface, WHITE) > contrast(surface, INK) ? WHITE : INK;
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = mix(color, goal, share);
    if (contrast(mixed, surface) >= ratio) return mixed;
  }
  return goal;
}

/** Keeps the colour of links and marks readable while the host goes between light and dark. */
export function applyAccent(host: HTMLElement): () => void {
  const apply = (): void => {
    const surface = SURFACES[host.dataset.theme ?? ''] ?? WHITE;
    const primary = parseColor(host.style.getPropertyValue('--sc-primary'));
    // Marks stand on a tint of the accent, which takes some of the contrast away.
    host.style.setProperty('--sc-accent', css(readableOn(surface, primary, 5.5)));
  };
  apply();
  const watch = new MutationObserver(apply);
  watch.observe(host, { attributeFilter: ['data-theme'] });
  return () => watch.disconnect();
}
