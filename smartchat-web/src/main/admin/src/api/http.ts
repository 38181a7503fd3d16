import { problemOf, unreachable } from './problem';
import { sendFile, type UploadProgress } from './upload';

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface Http {
  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  delete(path: string): Promise<void>;
  upload<T>(path: string, file: File, onProgress: UploadProgress): Promise<T>;
  url(path: string, query?: Query): string;
}

/** Keeps the CSRF token that sign-in hands out. */
export interface CsrfStore {
  get(): string | null;
  set(token: string | null): void;
}

export interface HttpOptions {
  csrf: CsrfStore;
  onUnauthorized: () => void;
  tenantId?: string | undefined;
}

const ROOT = '/api/admin/';

/** The one way to the admin API: adds the tenant and the CSRF token, turns failures into Problems. */
export function createHttp({ csrf, onUnauthorized, tenantId }: HttpOptions): Http {
  function url(path: string, query: Query = {}): string {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries({ tenant_id: tenantId, ...query })) {
      if (value !== undefined && value !== '') params.set(name, String(value));
    }
    const search = params.toString();
    return ROOT + path + (search ? `?${search}` : '');
  }

  function writeHeaders(): Record<string, string> {
    const token = csrf.get();
    return token ? { 'X-CSRF-Token': token } : {};
  }

  function fail(status: number, body: string, retryAfter: string | null): never {
    if (status === 401) onUnauthorized();
    throw problemOf(status, body, retryAfter);
  }

  async function send<T>(method: string, target: string, body?: unknown, signal?: AbortSignal) {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (method !== 'GET') Object.assign(headers, writeHeaders());
    const init: RequestInit = { method, headers, credentials: 'same-origin' };
    if (signal) init.signal = signal;
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
      init.body = JSON.stringify(body);
    }
    const response = await fetch(target, init).catch((error: unknown) => {
      throw signal?.aborted ? error : unreachable();
    });
    const text = await response.text();
    if (!response.ok) fail(response.status, text, response.headers.get('Retry-After'));
    return (text ? JSON.parse(text) : undefined) as T;
  }

  return {
    url,
    get: (path, query, signal) => send('GET', url(path, query), undefined, signal),
    post: (path, body) => send('POST', url(path), body),
    put: (path, body) => send('PUT', url(path), body),
    delete: (path) => send('DELETE', url(path)),
    async upload<T>(path: string, file: File, onProgress: UploadProgress) {
      const reply = await sendFile(url(path), writeHeaders(), file, onProgress);
      if (reply.status < 200 || reply.status > 299)
        fail(reply.status, reply.body, reply.retryAfter);
      return JSON.parse(reply.body) as T;
    },
  };
}
