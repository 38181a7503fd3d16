// The built panel with the in-memory backend: `npm run build && npm run dev:mock`.
// MOCK=busy (default), fresh (just set up) or new (nobody has an account yet).
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const load = async (name) =>
  (await runnerImport(fileURLToPath(new URL(name, import.meta.url)))).module;
const [{ serve }, { Backend }, seed, { emptyState }] = await Promise.all(
  ['http.ts', 'backend/backend.ts', 'backend/seed.ts', 'backend/state.ts'].map(load),
);

const states = { busy: seed.busyShop, fresh: seed.freshStart, new: emptyState };
const backend = new Backend((states[process.env.MOCK] ?? seed.busyShop)());
const folder = fileURLToPath(
  new URL(process.env.ADMIN_OUT ?? '../webapp/admin', new URL('..', import.meta.url)),
);
const server = await serve(folder, () => backend, Number(process.env.PORT ?? 0));
console.log(`http://127.0.0.1:${server.address().port}/admin/`);
console.log(`${seed.ACCOUNT.email} / ${seed.ACCOUNT.password}`);
