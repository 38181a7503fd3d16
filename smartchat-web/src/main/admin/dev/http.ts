import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Backend } from './backend/backend';
import type { UploadedFile } from './backend/exchange';

/** What the real server sends with the panel's pages. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the built panel under its real path and CSP, with the backend of `backend()` behind it. */
export function serve(folder: string, backend: () => Backend, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const work = url.pathname.startsWith('/api/admin/')
      ? answer(request, response, url, backend())
      : sendFile(response, folder, url.pathname);
    work.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  backend: Backend,
): Promise<void> {
  const raw = await bodyOf(request);
  const type = request.headers['content-type'] ?? '';
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const reply = backend.handle({
    method: request.method ?? 'GET',
    path: url.pathname.slice('/api/admin/'.length),
    query: url.searchParams,
    headers,
    body: type.includes('json') ? (JSON.parse(raw.toString()) as Record<string, unknown>) : {},
    files: type.includes('multipart') ? await filesIn(raw, type) : [],
  });
  response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function filesIn(raw: Buffer, type: string): Promise<UploadedFile[]> {
  const form = await new Response(new Uint8Array(raw), {
    headers: { 'Content-Type': type },
  }).formData();
  const files = form.getAll('file').filter((entry) => typeof entry !== 'string');
  return Promise.all(
    files.map(async (file) => ({ name: file.name, size: file.size, text: await file.text() })),
  );
}

async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const name = path.replace(/^\/admin\/?/, '') || 'index.html';
  const file = join(folder, normalize(`/${name}`));
  const content = await readFile(file).catch(() => null);
  if (!path.startsWith('/admin') || !content) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': CSP,
  });
  response.end(content);
}
