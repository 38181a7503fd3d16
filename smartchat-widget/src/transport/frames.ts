/** A passage an answer's `[n]` mark points at. */
export interface Source {
  n: number;
  source_id: string;
  filename: string;
  page?: number;
  snippet: string;
  score?: number;
}

export type ToolStatus = 'running' | 'done' | 'refused' | 'failed';
export type DoneStatus = 'complete' | 'stopped' | 'refused';

export type ServerFrame =
  | { type: 'start'; message_id: string; user_message_id?: string }
  | { type: 'chunk'; content: string; message_id?: string; seq?: number }
  | { type: 'tool'; name: string; label: string; status: ToolStatus }
  | { type: 'sources'; items: Source[] }
  | { type: 'done'; message_id?: string; seq?: number; status: DoneStatus }
  | { type: 'error'; message: string; code: string; message_id?: string; retry_after?: number }
  | { type: 'pong' };

export type ClientFrame =
  | {
      message: string;
      api_key: string;
      client_message_id: string;
      user_token?: string;
      user_id?: string;
      user_name?: string;
      user_email?: string;
      user_meta?: unknown;
    }
  | { type: 'stop' }
  | { type: 'resume'; api_key: string; user_token?: string; message_id: string; after: number }
  | { type: 'regenerate'; api_key: string; user_token?: string; message_id: string }
  | { type: 'ping' };

type Fields = Record<string, unknown>;

/** Reads one frame; what this version does not know is passed over, as the contract may grow. */
export function parseFrame(text: string): ServerFrame | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  const f = raw as Fields;
  const id = str(f.message_id);
  const seq = int(f.seq);
  switch (f.type) {
    case 'start':
      return id === undefined
        ? undefined
        : { type: 'start', message_id: id, ...opt('user_message_id', str(f.user_message_id)) };
    case 'chunk':
      return {
        type: 'chunk',
        content: str(f.content) ?? '',
        ...opt('message_id', id),
        ...opt('seq', seq),
      };
    case 'tool':
      return { type: 'tool', name: str(f.name) ?? '', label: str(f.label) ?? '', status: tool(f) };
    case 'sources':
      return { type: 'sources', items: parseSources(f.items) };
    case 'done':
      return { type: 'done', status: done(f), ...opt('message_id', id), ...opt('seq', seq) };
    case 'error':
      return {
        type: 'error',
        message: str(f.message) ?? '',
        code: str(f.code) ?? 'internal',
        ...opt('message_id', id),
        ...opt('retry_after', int(f.retry_after)),
      };
    case 'pong':
      return { type: 'pong' };
    default:
      return undefined;
  }
}

export function parseSources(raw: unknown): Source[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((item: unknown, index) => {
    if (typeof item !== 'object' || item === null) return [];
    const f = item as Fields;
    return [
      {
        n: int(f.n) ?? index + 1,
        source_id: str(f.source_id) ?? '',
        filename: str(f.filename) ?? '',
        snippet: str(f.snippet) ?? '',
        ...opt('page', int(f.page)),
        ...opt('score', typeof f.score === 'number' ? f.score : undefined),
      },
    ];
  });
}

const str = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const int = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined;

function tool(f: Fields): ToolStatus {
  return f.status === 'done' || f.status === 'refused' || f.status === 'failed'
    ? f.status
    : 'running';
}

function done(f: Fields): DoneStatus {
  return f.status === 'stopped' || f.status === 'refused' ? f.status : 'complete';
}

function opt<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: V });
}
