import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The machine's own Chromium; nothing is downloaded. */
export function openBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A visitor's window: a phone has touch and a sharp screen. */
export function openContext(browser, { size = DESK, scheme = 'light' } = {}) {
  const phone = size === PHONE;
  return browser.newContext({
    viewport: size,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    isMobile: phone,
    hasTouch: phone,
    deviceScaleFactor: phone ? 2 : 1,
  });
}

/**
 * Everything a page may complain about. The browser logs each 4xx as an error of its own without
 * saying which: those are told by the reply instead, unless `expected` names them.
 */
export async function watch(page, expected = () => false) {
  const complaints = [];
  const requests = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`CSP ${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (line) => {
    const text = line.text();
    if (line.type() === 'error' && !text.startsWith('Failed to load resource')) {
      complaints.push(text);
    }
  });
  page.on('response', (reply) => {
    const { status, url } = { status: reply.status(), url: reply.url() };
    if (status >= 400 && !expected(status, url)) complaints.push(`${status} ${url}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  return { complaints, requests };
}

/** What axe finds that keeps somebody out. `within` is a CSS selector; open shadow roots are entered. */
export async function barriers(page, within = 'html') {
  await page.evaluate(AXE);
  const found = await page.evaluate((selector) => globalThis.axe.run(selector), within);
  if (found.passes.length < 5) throw new Error('axe found nothing to look at');
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html.slice(0, 160)).join(' | ')}`);
}

export function scrollsSideways(page) {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
