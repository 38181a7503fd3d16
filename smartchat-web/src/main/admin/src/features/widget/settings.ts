import type { WidgetConfig, WidgetSettings } from '../../api/widget';

export function settingsOf(config: WidgetConfig): WidgetSettings {
  return {
    title: config.title ?? '',
    primary_color: config.primary_color ?? '#2f5bea',
    greeting: config.greeting ?? '',
    placeholder: config.placeholder ?? '',
    position: config.position ?? 'bottom-right',
    logo_url: config.logo_url ?? '',
    suggested_questions: config.suggested_questions ?? [],
    language: config.language ?? '',
    theme: config.theme ?? 'auto',
    allowed_domains: config.allowed_domains ?? [],
    show_sources: config.show_sources ?? true,
  };
}

/** What is sent: lists without the empty lines a person left behind. */
export function cleaned(settings: WidgetSettings): WidgetSettings {
  const filled = (items: string[]) => items.map((item) => item.trim()).filter(Boolean);
  return {
    ...settings,
    suggested_questions: filled(settings.suggested_questions),
    allowed_domains: filled(settings.allowed_domains),
  };
}

/** Black or white, whichever is easier to read on the colour (WCAG relative luminance). */
export function readableOn(color: string): '#000000' | '#ffffff' {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (!match) return '#ffffff';
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => {
    const channel = Number.parseInt(part, 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? '#000000' : '#ffffff';
}

export const languages = [
  { value: '', label: 'As the visitor’s browser' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
  { value: 'ar', label: 'العربية' },
  { value: 'zh', label: '中文' },
  { value: 'ja', label: '日本語' },
] as const;
