export type Rgb = readonly [number, number, number];

export const DEFAULT_PRIMARY: Rgb = [37, 99, 235];

/** Reads `#rgb`, `#rrggbb` and `rgb(r, g, b)`; anything else is the default blue. */
export function parseColor(text: string): Rgb {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex) {
    const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const value = Number.parseInt(full, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const parts = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i.exec(text.trim());
  if (!parts) return DEFAULT_PRIMARY;
  const [r, g, b] = parts.slice(1).map((part) => Math.min(255, Number(part)));
  return [r ?? 0, g ?? 0, b ?? 0];
}

export function css([r, g, b]: Rgb): string {
  return `rgb(${r}, ${g}, ${b})`;
}

/** WCAG 2 relative luminance. */
function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [17, 20, 28];

/** White where it is readable (4.5:1), since that is what most brands expect; else near-black. */
export function textOn(background: Rgb): Rgb {
  return contrast(background, WHITE) >= 4.5 || contrast(background, WHITE) >= contrast(background, INK)
    ? WHITE
    : INK;
}

/** The brand colour, moved towards white or black until it can be read as text on `surface`. */
export function readableOn(surface: Rgb, color: Rgb, ratio = 4.5): Rgb {
  const goal = contrast(surface, WHITE) > contrast(surface, INK) ? WHITE : INK;
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = mix(color, goal, share);
    if (contrast(mixed, surface) >= ratio) return mixed;
  }
  return goal;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [at(0), at(1), at(2)];
}
