import type { Limits } from '../../api/usage';

/** The form's state: numbers are text while they are typed. */
export type LimitsDraft = Record<keyof Limits, string>;

export function draftOf(limits: Limits): LimitsDraft {
  return {
    messages_per_minute: String(limits.messages_per_minute),
    visitor_messages_per_minute: String(limits.visitor_messages_per_minute),
    address_messages_per_minute: String(limits.address_messages_per_minute),
    daily_tokens: limits.daily_tokens?.toString() ?? '',
  };
}

export function limitsOf(draft: LimitsDraft): Limits {
  return {
    messages_per_minute: Number(draft.messages_per_minute),
    visitor_messages_per_minute: Number(draft.visitor_messages_per_minute),
    address_messages_per_minute: Number(draft.address_messages_per_minute),
    daily_tokens: draft.daily_tokens.trim() === '' ? null : Number(draft.daily_tokens),
  };
}
