import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { answerTo, pieces } from './answers.mjs';

const RESOURCES = fileURLToPath(new URL('../target/classes/META-INF/resources', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.gz': 'application/gzip', '.br': 'application/brotli' };

/**
 * A SmartChat server for development: it speaks the contract from memory and misbehaves on
 * demand. Keys choose the tenant (`demo`, `login`, `embedded`, `arabic`), words in a question
 * choose the answer (`table`, `long`, `attack`, `drop`, `gap`, `fail`, `wait`).
 */
export async function startSmartChat({ port = 0, pace = 25, config = {} } = {}) {
  const sessions = new Map();
  const turns = new Map();
  const log = { frames: [], feedback: [], requests: [] };

  const http = createServer((request, response) => {
    void serve(request, response).catch((fault) => {
      response.writeHead(500).end(String(fault));
    });
  });

  async function serve(request, response) {
    const { pathname } = new URL(request.url, 'http://x');
    log.requests.push(`${request.method} ${pathname}`);
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    };
    const json = (status, body) => {
      response.writeHead(status, { ...headers, 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') return json(204, {});
    const last = pathname.split('/').at(-1);
    if (pathname.startsWith('/api/widget/config/')) {
      if (last === 'unknown') return json(404, {});
      if (last === 'foreign') return json(403, {});
      return json(200, { ...settings(last), ...config });
    }
    if (pathname.startsWith('/api/auth/config/')) return json(200, auth(pathname));
    if (pathname.startsWith('/api/auth/login/')) return login(await body(request), json);
    if (pathname.startsWith('/api/chat/history/')) {
      return json(200, { messages: sessions.get(last) ?? [] });
    }
    if (pathname.endsWith('/feedback')) {
      log.feedback.push(await body(request));
      return json(200, {});
    }
    if (pathname.startsWith('/widget')) {
      const file = await readFile(`${RESOURCES}${pathname}`).catch(() => undefined);
      if (!file) return json(404, {});
      response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(pathname)] });
      return response.end(file);
    }
    return json(404, {});
  }

  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket, request) => {
    const session = request.url.split('/').at(-1);
    const messages = sessions.get(session) ?? [];
    sessions.set(session, messages);
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      log.frames.push(frame);
      if (frame.type === 'ping') send(socket, { type: 'pong' });
      else if (frame.type === 'stop') stop(session);
      else if (frame.type === 'resume') resume(socket, frame);
      else if (frame.type === 'regenerate') regenerate(socket, session, messages, frame);
      else ask(socket, session, messages, frame);
    });
    socket.on('close', () => {
      for (const turn of turns.values()) turn.readers.delete(socket);
    });
  });

  function ask(socket, session, messages, frame) {
    const repeated = [...turns.values()].find((turn) => turn.client === frame.client_message_id);
    if (repeated) return follow(socket, repeated, 0);
    if (/fail/.test(frame.message)) {
      return send(socket, {
        type: 'error',
        code: 'llm_unavailable',
        message: 'The assistant can’t be reached right now. Please try again in a moment.',
      });
    }
    if (/wait/.test(frame.message)) {
      const message = 'You are asking very fast. Please wait a moment.';
      return send(socket, { type: 'error', code: 'rate_limited', message, retry_after: 20 });
    }
    if (frame.api_key === 'login' && frame.user_token !== 'good-token') {
      return send(socket, { type: 'error', code: 'login_required', message: 'Please sign in.' });
    }
    const question = stored('user', frame.message);
    messages.push(question);
    begin(socket, session, messages, question, frame.client_message_id);
  }

  function regenerate(socket, session, messages, { message_id }) {
    const at = messages.findIndex((message) => message.id === message_id);
    const question = messages.slice(0, at).findLast((message) => message.role === 'user');
    if (!question) {
      return send(socket, { type: 'error', code: 'internal', message: 'Nothing to answer again.' });
    }
    messages.splice(at, 1);
    begin(socket, session, messages, question);
  }

  function begin(socket, session, messages, question, client) {
    const { text, sources } = answerTo(question.content);
    const message = { ...stored('assistant', ''), status: 'streaming' };
    messages.push(message);
    const turn = {
      id: message.id,
      session,
      client,
      question,
      message,
      sources,
      pieces: pieces(text),
      at: 0,
      status: undefined,
      readers: new Set(),
      drops: /drop/.test(question.content),
      gap: /gap/.test(question.content),
    };
    turns.set(turn.id, turn);
    follow(socket, turn, 0);
    setTimeout(() => grow(turn), 500);
  }

  function grow(turn) {
    if (turn.status) return;
    const content = turn.pieces[turn.at++];
    turn.message.content += content;
    if (turn.at === turn.pieces.length) end(turn, 'complete');
    const chunk = { type: 'chunk', message_id: turn.id, seq: turn.at, content };
    if (turn.gap && turn.at === 8) turn.gap = false;
    else for (const reader of turn.readers) send(reader, chunk);
    if (turn.drops && turn.at === 12) {
      turn.drops = false;
      for (const reader of turn.readers) reader.terminate();
    }
    if (turn.status) for (const reader of turn.readers) send(reader, doneFrame(turn));
    else setTimeout(() => grow(turn), pace);
  }

  function end(turn, status) {
    turn.status = status;
    turn.message.status = status;
    turn.message.sources = turn.sources;
  }

  function follow(socket, turn, after) {
    send(socket, { type: 'start', message_id: turn.id, user_message_id: turn.question.id });
    if (turn.sources.length) send(socket, { type: 'sources', items: turn.sources });
    for (let seq = after + 1; seq <= turn.at; seq++) {
      const content = turn.pieces[seq - 1];
      send(socket, { type: 'chunk', message_id: turn.id, seq, content });
    }
    if (turn.status) send(socket, doneFrame(turn));
    else turn.readers.add(socket);
  }

  function resume(socket, { message_id, after }) {
    const turn = turns.get(message_id);
    if (turn) follow(socket, turn, after);
    else send(socket, { type: 'error', code: 'interrupted', message: 'It is gone.', message_id });
  }

  function stop(session) {
    const turn = [...turns.values()].findLast((one) => one.session === session && !one.status);
    if (!turn) return;
    end(turn, 'stopped');
    for (const reader of turn.readers) send(reader, doneFrame(turn));
  }

  await new Promise((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${http.address().port}`,
    log,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function settings(key) {
  return {
    title: key === 'arabic' ? 'متجر نورث' : 'Northwind Help',
    primary_color: '#4f46e5',
    greeting:
      key === 'arabic' ? '' : 'Hi there 👋 Ask me anything about orders, returns and shipping.',
    position: 'bottom-right',
    logo_url: '',
    placeholder: '',
    suggested_questions:
      key === 'arabic'
        ? ['كيف أعيد طلبًا؟', 'كم يكلّف الشحن؟']
        : [
            'How do I return an order?',
            'Show me the shipping rates as a table',
            'Where is my parcel?',
          ],
    language: key === 'arabic' ? 'ar' : 'en',
    theme: 'auto',
    show_sources: true,
    handoff_message: 'You can always write to help@northwind.example.',
  };
}

function auth(pathname) {
  if (pathname.endsWith('/login')) return { auth_mode: 'external_api', requires_login: true };
  if (pathname.endsWith('/embedded')) return { auth_mode: 'embedded_only', requires_login: true };
  return { auth_mode: 'none', requires_login: false };
}

function login({ email, password }, json) {
  if (password !== 'secret') return json(401, { success: false, error: 'wrong' });
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  return json(200, {
    success: true,
    token: 'good-token',
    user_id: '7',
    user_name: 'Ada',
    user_email: email,
    expires_at: expires,
  });
}

function stored(role, content) {
  const created_at = new Date().toISOString();
  return {
    id: randomUUID(),
    role,
    content,
    sources: [],
    created_at,
    feedback: null,
    status: 'complete',
  };
}

function doneFrame(turn) {
  return { type: 'done', message_id: turn.id, seq: turn.at, status: turn.status, usage: {} };
}

function send(socket, frame) {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { startHost } = await import('./host.mjs');
  const chat = await startSmartChat({ port: 8123 });
  const host = await startHost({ port: 8124, script: chat.origin });
  console.log(`widget under a strict CSP: ${host.origin}/?key=demo`);
}
