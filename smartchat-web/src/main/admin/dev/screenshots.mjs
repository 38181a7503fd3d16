// Pictures of every screen in real Chromium, under the page's CSP, to look at:
// `npm run build && npm run dev:screenshots [folder]`. Fails on a CSP report, a console error,
// sideways scrolling, or a finding of axe (which sees real colours only here).
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { scenes } from './scenes.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const load = async (name) => (await runnerImport(here(name))).module;
const [{ serve }, { Backend }, seed, { emptyState }] = await Promise.all(
  ['http.ts', 'backend/backend.ts', 'backend/seed.ts', 'backend/state.ts'].map(load),
);
const states = { busy: seed.busyShop, fresh: seed.freshStart, new: emptyState };
const axe = await readFile(here('../node_modules/axe-core/axe.min.js'), 'utf8');

const folder = process.argv[2] ?? join(tmpdir(), 'smartchat-admin');
await mkdir(folder, { recursive: true });
const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
let backend = new Backend();
const server = await serve(here(`../${process.env.ADMIN_OUT ?? '../webapp/admin'}`), () => backend);
const origin = `http://127.0.0.1:${server.address().port}`;
const findings = [];

const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const page = await browser.newPage();
let shown = '';
page.on('pageerror', (error) => findings.push(`${shown}: ${error.message}`));
page.on('console', (message) => {
  const text = message.text();
  // The browser itself logs every 4xx; those scenes ask for it.
  if (message.type() !== 'error' || text.includes('Failed to load resource')) return;
  findings.push(`${shown}: ${text}`);
});

async function check() {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  if (sideways) findings.push(`${shown}: scrolls sideways`);
  // Through the protocol rather than a script element, which the CSP would refuse.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations) {
    findings.push(`${shown}: ${id}: ${help}\n    ${nodes.map((n) => n.html).join('\n    ')}`);
  }
}

const only = process.argv[3];
for (const [width, height] of [
  [1280, 860],
  [390, 844],
]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const scene of scenes) {
      if (only && !scene.name.includes(only)) continue;
      shown = `${scene.name}-${width}-${colorScheme}`;
      backend = new Backend(states[scene.state ?? 'busy']());
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('about:blank');
      await page.goto(`${origin}/admin/#${scene.path}`);
      await scene.act?.(page, backend);
      await page.waitForLoadState('networkidle');
      await check();
      await page.screenshot({ path: join(folder, `${shown}.png`), fullPage: !scene.window });
    }
  }
}

await browser.close();
server.close();
await rm(profile, { recursive: true, force: true });
console.log(`Pictures are in ${folder}`);
if (findings.length > 0) {
  console.error([...new Set(findings)].join('\n'));
  process.exitCode = 1;
}
