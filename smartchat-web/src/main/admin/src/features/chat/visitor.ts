import type { Conversation } from '../../api/chat';

type Visitor = Pick<Conversation, 'user_id' | 'user_name' | 'user_email'>;

export function nameOf(visitor: Visitor): string {
  return visitor.user_name || visitor.user_email || visitor.user_id || 'Anonymous visitor';
}

export function isAnonymous(visitor: Visitor): boolean {
  return !visitor.user_name && !visitor.user_email && !visitor.user_id;
}
