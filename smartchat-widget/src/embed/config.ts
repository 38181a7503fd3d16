import type { Position, ThemeName } from './options';

/** The public fields of a tenant's widget settings. */
export interface WidgetConfig {
  title: string;
  primary_color: string;
  greeting: string;
  position: Position;
  logo_url: string;
  placeholder: string;
  suggested_questions: string[];
  language: string;
  theme: ThemeName;
  show_sources: boolean;
  handoff_message: string;
}

export class ConfigRefused extends Error {
  constructor(
    readonly code: 'unknown_key' | 'origin_not_allowed' | 'unreachable',
    message: string,
  ) {
    super(message);
  }
}

export async function fetchConfig(
  base: string,
  apiKey: string,
  signal: AbortSignal,
): Promise<WidgetConfig> {
  const url = `${base}api/widget/config/${encodeURIComponent(apiKey)}`;
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit', signal });
  } catch (fault) {
    if (signal.aborted) throw fault;
    // A refused origin gets no CORS header, which a page can't tell from a server that is down.
    throw new ConfigRefused(
      'unreachable',
      `${base} did not answer this page. Check that SmartChat is running, that ${location.origin} ` +
        'is among the allowed domains of the widget, and that this page’s CSP connect-src has it.',
    );
  }
  if (response.ok) return normalise(await response.json());
  if (response.status === 403) {
    throw new ConfigRefused(
      'origin_not_allowed',
      `${location.origin} is not among the allowed domains of this widget. Add it in the admin panel.`,
    );
  }
  if (response.status === 404) {
    throw new ConfigRefused(
      'unknown_key',
      'the key in data-api-key is not known. Copy the embed code from the admin panel again.',
    );
  }
  throw new ConfigRefused('unreachable', `${base} answered ${response.status}. Try again later.`);
}

export function normalise(raw: unknown): WidgetConfig {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const questions = given.suggested_questions;
  return {
    title: text('title'),
    primary_color: text('primary_color'),
    greeting: text('greeting'),
    position: asPosition(text('position')),
    logo_url: text('logo_url'),
    placeholder: text('placeholder'),
    suggested_questions: Array.isArray(questions)
      ? questions.filter((q): q is string => typeof q === 'string' && q.trim() !== '')
      : [],
    language: text('language'),
    theme: asTheme(text('theme')),
    show_sources: given.show_sources !== false,
    handoff_message: text('handoff_message'),
  };
}

export function asPosition(value: string): Position {
  return /left/.test(value) ? 'bottom-left' : 'bottom-right';
}

export function asTheme(value: string): ThemeName {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
