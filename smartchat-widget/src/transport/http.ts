import { parseSources, type Source } from './frames';

export interface Credentials {
  base: string;
  apiKey: string;
  token(): string | undefined;
}

export type Feedback = 'up' | 'down' | null;

export interface StoredMessage {
  id: string;
  role: 'user' | 'assistant';
  content: string;
  sources: Source[];
  created_at: string;
  feedback: Feedback;
  status: string;
}

export interface HistoryPage {
  messages: StoredMessage[];
  next_cursor?: string;
}

export class HttpFailure extends Error {
  constructor(
    readonly status: number,
    readonly retryAfter?: number,
  ) {
    super(`HTTP ${status}`);
  }
}

export async function fetchHistory(
  who: Credentials,
  sessionId: string,
  cursor?: string,
): Promise<HistoryPage> {
  const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
  const response = await fetch(`${who.base}api/chat/history/${sessionId}${query}`, {
    headers: headers(who),
    credentials: 'omit',
  });
  if (!response.ok) throw failure(response);
  const body = (await response.json()) as { messages?: unknown; next_cursor?: unknown };
  const messages = Array.isArray(body.messages) ? body.messages : [];
  return {
    messages: messages.flatMap(parseStored),
    ...(typeof body.next_cursor === 'string' && { next_cursor: body.next_cursor }),
  };
}

export async function sendFeedback(
  who: Credentials,
  messageId: string,
  value: Feedback,
): Promise<void> {
  const response = await fetch(`${who.base}api/chat/messages/${messageId}/feedback`, {
    method: 'POST',
    headers: { ...headers(who), 'Content-Type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify({ value }),
  });
  if (!response.ok) throw failure(response);
}

function headers(who: Credentials): Record<string, string> {
  const token = who.token();
  return { 'X-API-Key': who.apiKey, ...(token && { Authorization: `Bearer ${token}` }) };
}

export function failure(response: Response): HttpFailure {
  const wait = Number(response.headers.get('Retry-After'));
  return new HttpFailure(response.status, wait > 0 ? wait : undefined);
}

function parseStored(raw: unknown): StoredMessage[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const m = raw as Record<string, unknown>;
  if (typeof m.id !== 'string' || (m.role !== 'user' && m.role !== 'assistant')) return [];
  return [
    {
      id: m.id,
      role: m.role,
      content: typeof m.content === 'string' ? m.content : '',
      sources: parseSources(m.sources),
      created_at: typeof m.created_at === 'string' ? m.created_at : '',
      feedback: m.feedback === 'up' || m.feedback === 'down' ? m.feedback : null,
      status: typeof m.status === 'string' ? m.status : 'complete',
    },
  ];
}
