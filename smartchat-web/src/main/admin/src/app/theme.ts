import { useState } from 'react';
import { remembered } from './remembered';

export type Theme = 'auto' | 'light' | 'dark';

// public/theme.js reads the same key before the first paint.
const stored = remembered('smartchat.theme');

function isTheme(value: string | null): value is Theme {
  return value === 'light' || value === 'dark';
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const value = stored.get();
    return isTheme(value) ? value : 'auto';
  });
  return [
    theme,
    (next) => {
      setTheme(next);
      stored.set(next === 'auto' ? null : next);
      if (next === 'auto') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = next;
    },
  ];
}
