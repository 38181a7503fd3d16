import type { Evidence } from './evidence';
import type { Http } from './http';
import type { Page } from './pages';

export interface Conversation {
  id: string;
  session_id: string;
  user_id: string | null;
  user_name: string | null;
  user_email: string | null;
  verified: boolean;
  started_at: string;
  last_message_at: string;
  message_count: number;
}

export interface CitedSource {
  n: number;
  source_id: string;
  filename: string;
  page: number | null;
  snippet: string;
}

export interface Message {
  id: string;
  role: 'user' | 'assistant';
  content: string;
  sources: CitedSource[] | null;
  created_at: string;
  status: string | null;
}

export function chatApi(http: Http) {
  return {
    list: (query: string, cursor?: string, signal?: AbortSignal) =>
      http.get<Page<'conversations', Conversation>>(
        'conversations',
        { query, limit: 30, cursor },
        signal,
      ),
    messages: (id: string, cursor?: string, signal?: AbortSignal) =>
      http.get<Page<'messages', Message>>(
        `conversations/${id}/messages`,
        { limit: 100, cursor },
        signal,
      ),
    evidence: (id: string, messageId: string, signal?: AbortSignal) =>
      http.get<Evidence>(`conversations/${id}/messages/${messageId}/evidence`, {}, signal),
    remove: (id: string) => http.delete(`conversations/${id}`),
  };
}
