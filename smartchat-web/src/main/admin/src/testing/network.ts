import { vi } from 'vitest';
import type { Backend } from '../../dev/backend/backend';
import type { Reply, UploadedFile } from '../../dev/backend/exchange';

/** Puts the backend where the browser's network is. */
export function connect(backend: Backend): void {
  vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) => {
    const reply = ask(backend, init.method ?? 'GET', input, init.headers, bodyOf(init.body), []);
    return Promise.resolve(responseOf(reply));
  });
  vi.stubGlobal('XMLHttpRequest', xhrFor(backend));
}

/** A network on which nothing answers. */
export function disconnect(): void {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
}

function ask(
  backend: Backend,
  method: string,
  target: string,
  headers: HeadersInit | undefined,
  body: Record<string, unknown>,
  files: UploadedFile[],
): Reply {
  const url = new URL(target, location.href);
  const path = url.pathname.replace('/api/admin/', '');
  const sent = Object.fromEntries(new Headers(headers).entries());
  return backend.handle({ method, path, query: url.searchParams, headers: sent, body, files });
}

function bodyOf(body: BodyInit | null | undefined): Record<string, unknown> {
  return typeof body === 'string' ? (JSON.parse(body) as Record<string, unknown>) : {};
}

function responseOf({ status, headers, body }: Reply): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

function xhrFor(backend: Backend) {
  return class {
    upload: Pick<XMLHttpRequestUpload, 'onprogress'> = { onprogress: null };
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onabort: (() => void) | null = null;
    status = 0;
    responseText = '';
    private target: [string, string] = ['', ''];
    private readonly sent: Record<string, string> = {};
    private received: Record<string, string> = {};

    open(method: string, url: string) {
      this.target = [method, url];
    }

    setRequestHeader(name: string, value: string) {
      this.sent[name] = value;
    }

    getResponseHeader(name: string) {
      return this.received[name] ?? null;
    }

    send(form: FormData) {
      void this.deliver(form.get('file') as File);
    }

    private async deliver(file: File) {
      const text = await textOf(file);
      const [method, url] = this.target;
      const reply = ask(backend, method, url, this.sent, {}, [
        { name: file.name, size: file.size, text },
      ]);
      this.status = reply.status;
      this.received = reply.headers ?? {};
      this.responseText = JSON.stringify(reply.body);
      this.onload?.();
    }
  };
}

function textOf(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
}
