import type { Http } from './http';

export interface Limits {
  messages_per_minute: number;
  visitor_messages_per_minute: number;
  address_messages_per_minute: number;
  /** Null for as many as it takes. */
  daily_tokens: number | null;
}

/** Of the UTC day so far. */
export interface UsedToday {
  day: string;
  messages: number;
  prompt_tokens: number;
  completion_tokens: number;
  /** Messages that a limit turned away. */
  refused: number;
}

export interface LimitsAndUse extends Limits {
  today: UsedToday;
}

export function usageApi(http: Http) {
  return {
    limits: (signal?: AbortSignal) => http.get<LimitsAndUse>('limits', {}, signal),
    save: (limits: Limits) => http.put<LimitsAndUse>('limits', limits),
  };
}
