import { describe, expect, it } from 'vitest';
import { readableOn } from './accent';
import { contrast, css, DEFAULT_PRIMARY, parseColor, textOn, WHITE, type Rgb } from './color';

const BRANDS = ['#000', '#fff', '#ffeb3b', '#4f46e5', '#e11d48', '#16a34a', '#0ea5e9', '#808080'];

describe.each(BRANDS)('with the brand colour %s', (brand) => {
  const color = parseColor(brand);

  it('text on it can be read', () => {
    expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4.5);
  });

  it.each<[string, Rgb]>([
    ['light', WHITE],
    ['dark', [23, 25, 31]],
  ])('its accent can be read on a %s surface', (_, surface) => {
    expect(contrast(readableOn(surface, color), surface)).toBeGreaterThanOrEqual(4.5);
  });
});

it('takes nothing but plain colours', () => {
  for (const text of ['', 'red', 'url(https://evil.invalid)', '#12', '#fff;color:red']) {
    expect(parseColor(text)).toBe(DEFAULT_PRIMARY);
  }
  expect(css(parseColor('#0Af'))).toBe('#00aaff');
});
