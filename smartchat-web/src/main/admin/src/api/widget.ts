import type { Http } from './http';

export type Position = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';
export type WidgetTheme = 'auto' | 'light' | 'dark';

export interface WidgetSettings {
  title: string;
  primary_color: string;
  greeting: string;
  placeholder: string;
  position: Position;
  logo_url: string;
  suggested_questions: string[];
  language: string;
  theme: WidgetTheme;
  allowed_domains: string[];
  show_sources: boolean;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

export interface WidgetConfig extends Nullable<WidgetSettings> {
  embed_code: string;
}

export function widgetApi(http: Http) {
  return {
    config: (signal?: AbortSignal) => http.get<WidgetConfig>('widget/config', {}, signal),
    save: (settings: Partial<WidgetSettings>) => http.put<unknown>('widget/config', settings),
  };
}
