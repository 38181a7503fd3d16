// From documents to cited answers over SmartChat's public interfaces, against a running server:
//
//   node docs/first-answer.mjs [base URL] <admin e-mail> <admin password> <API key>
//
// or with SMARTCHAT_URL, SMARTCHAT_ADMIN_EMAIL, SMARTCHAT_ADMIN_PASSWORD and DEFAULT_API_KEY in the environment.
// It signs in, uploads the three documents of docs/samples, waits until they are read, asks a question of each and
// prints every frame that comes. It ends with an error if an answer lacks its fact or its source.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

if (!globalThis.WebSocket) {
  // Node 20 has it behind a flag
  const script = fileURLToPath(import.meta.url);
  const again = spawnSync(process.execPath, ['--experimental-websocket', '--no-warnings', script, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(again.status ?? 1);
}

const QUESTIONS = [
  ['When must the brake pads be replaced?', '0.9 millimetres', 'torvald-handbook.pdf', 5],
  ['What is the number of the emergency line?', '0800 557 213', 'torvald-handbook.pdf', 12],
  ['How much is the ferry ticket for a cargo bicycle?', '64 kroner', 'ferry-timetable-notes.txt', null],
  ['What is the price of the dog box with ramp?', '279.00', 'accessories.csv', null],
];
const FILES = ['torvald-handbook.pdf', 'ferry-timetable-notes.txt', 'accessories.csv'];

const given = process.argv.slice(2);
const base = (/^https?:/.test(given[0] ?? '') ? given.shift() : process.env.SMARTCHAT_URL) ?? 'http://localhost:8000';
const [email = process.env.SMARTCHAT_ADMIN_EMAIL, password = process.env.SMARTCHAT_ADMIN_PASSWORD, apiKey = process.env.DEFAULT_API_KEY] =
  given;
if (!email || !password || !apiKey) {
  console.error('usage: node docs/first-answer.mjs [base URL] <admin e-mail> <admin password> <API key>');
  process.exit(2);
}

async function call(path, { expect = [200], ...options } = {}) {
  const reply = await fetch(base + path, options);
  const text = await reply.text();
  if (!expect.includes(reply.status)) throw new Error(`${options.method ?? 'GET'} ${path}: ${reply.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

async function signIn() {
  const session = await call('/api/admin/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  console.log(`signed in as ${session.user.email}, ${session.user.role}`);
  return { Authorization: `Bearer ${session.token}` };
}

/** The tenant the key belongs to is the one whose preview it fits. */
async function tenantOf(headers) {
  const { tenants } = await call('/api/admin/tenants', { headers });
  const tenant = tenants.find(({ api_key_preview: preview }) => {
    const [start, end] = preview.split('...');
    return apiKey.startsWith(start) && apiKey.endsWith(end);
  });
  return (tenant ?? tenants[0]).id;
}

async function upload(headers, tenant) {
  for (const name of FILES) {
    const form = new FormData();
    form.append('file', new Blob([await readFile(new URL(`samples/${name}`, import.meta.url))]), name);
    const reply = await call(`/api/admin/knowledge/upload?tenant_id=${tenant}`, {
      method: 'POST',
      headers,
      body: form,
      expect: [202, 409],
    });
    console.log(reply.code === 'conflict' ? `${name}: ${reply.detail}` : `${name}: ${reply.status}`);
  }
}

async function awaitReady(headers, tenant) {
  for (;;) {
    const { sources } = await call(`/api/admin/knowledge?tenant_id=${tenant}&limit=200`, { headers });
    const ours = sources.filter(({ filename }) => FILES.includes(filename));
    const failed = ours.find(({ status }) => status === 'failed');
    if (failed) throw new Error(`${failed.filename}: ${failed.error}`);
    if (ours.every(({ status }) => status === 'ready')) {
      ours.forEach((s) => console.log(`${s.filename}: ready, ${s.page_count ?? 'no'} pages, ${s.chunk_count} passages`));
      return;
    }
    await pause(500);
  }
}

function ask(question) {
  const session = randomUUID();
  const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/api/chat/ws/chat/${session}`);
  const answer = { text: '', sources: [], session };
  return new Promise((resolve, reject) => {
    const asked = performance.now();
    socket.onopen = () => socket.send(JSON.stringify({ message: question, api_key: apiKey }));
    socket.onerror = () => reject(new Error('the socket failed'));
    socket.onclose = ({ code }) => reject(new Error(`the socket was closed: ${code}`));
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(data);
      console.log(`  ${String(Math.round(performance.now() - asked)).padStart(5)} ms  ${data}`);
      if (frame.type === 'chunk') answer.text += frame.content;
      if (frame.type === 'sources') answer.sources = frame.items;
      if (frame.type === 'error') reject(new Error(frame.message));
      if (frame.type === 'done') {
        resolve(answer);
        socket.onclose = null;
        socket.close();
      }
    };
  });
}

const headers = await signIn();
const tenant = await tenantOf(headers);
await upload(headers, tenant);
await awaitReady(headers, tenant);
for (const [question, fact, file, page] of QUESTIONS) {
  console.log(`\n> ${question}`);
  const { text, sources, session } = await ask(question);
  console.log(`< ${text}`);
  sources.forEach((s) => console.log(`  [${s.n}] ${s.filename}${s.page ? `, page ${s.page}` : ''}`));
  if (!text.includes(fact)) throw new Error(`the answer does not hold “${fact}”`);
  if (!sources.some((s) => s.filename === file && (s.page ?? null) === page)) throw new Error(`${file} is not cited`);
  const { messages } = await call(`/api/chat/history/${session}`, { headers: { 'X-API-Key': apiKey } });
  if (messages.length !== 2 || messages[1].content !== text) throw new Error('the history is not what was said');
}
console.log('\nEvery answer held its fact and named its source.');
