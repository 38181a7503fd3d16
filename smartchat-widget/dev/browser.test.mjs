import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { answerTo } from './answers.mjs';
import { openBrowser } from './chromium.mjs';
import { startHost } from './host.mjs';
import { startSmartChat } from './server.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser, chat, host, openHost, context, page, complaints;

before(async () => {
  browser = await openBrowser();
  chat = await startSmartChat({ pace: 8 });
  host = await startHost({ script: chat.origin });
  openHost = await startHost({ script: chat.origin, csp: false });
});

after(async () => {
  await browser.close();
  await Promise.all([chat.close(), host.close(), openHost.close()]);
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
});

afterEach(() => context.close());

const launcher = () => page.locator('.launcher');
const input = () => page.locator('.panel textarea');
const answers = () => page.locator('.answer');
const lastText = () => answers().last().locator('.prose').innerText();

async function visit(query = '', where = host) {
  await page.goto(`${where.origin}/?${query}`);
}

async function open() {
  await launcher().click();
  await page.locator('.panel.open').waitFor();
}

async function ask(text) {
  await input().fill(text);
  await page.keyboard.press('Enter');
}

const answered = (count = 1) =>
  answers()
    .nth(count - 1)
    .locator('.actions')
    .waitFor();

describe('on a page of another origin with a strict policy', () => {
  it('opens, streams an answer, and shows its source', async () => {
    await visit();
    await open();
    await ask('a long one');
    await page.locator('.answer .prose p').first().waitFor();
    const early = await lastText();
    assert.equal(await page.locator('.round.stop').count(), 1, 'the answer is still being written');
    await answered();
    const late = await lastText();
    assert.ok(early.length > 0 && early.length < late.length);
    assert.match(late, /30 days/);
    await page.locator('.cite').first().click();
    assert.match(await page.locator('.source.active').innerText(), /Returns and refunds.*page 4/s);
    assert.deepEqual(complaints, []);
  });

  it('works when a tag manager brings it, under strict-dynamic', async () => {
    await visit('injected=');
    await open();
    await ask('How do I return an order?');
    await answered();
    assert.deepEqual(complaints, []);
  });

  it('fetches the chat ahead once the page is idle, and once only', async () => {
    const fetched = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/\/chat-/.test(pathname)) fetched.push(response.status());
    });
    const ahead = page.waitForResponse((response) => response.url().includes('/widget/chat-'));
    await visit();
    await ahead;
    await page.waitForFunction(() => !document.querySelector('link[rel=modulepreload]'));
    await open();
    assert.deepEqual(fetched, [200]);
    assert.deepEqual(complaints, []);
  });

  it('tries once more when the chat could not be fetched', async () => {
    let failed = 0;
    await page.route('**/widget/chat-*.js', (route) =>
      failed++ < 2 ? route.abort() : route.continue(),
    );
    await visit();
    await open();
    await ask('How do I return an order?');
    await answered();
    assert.ok(failed > 1);
  });

  it('asks nobody but its own server', async () => {
    const foreign = [];
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== chat.origin && origin !== host.origin) foreign.push(request.url());
    });
    await visit();
    await open();
    await ask('attack');
    await answered();
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.equal(await page.locator('.answer img, .answer iframe, .answer script').count(), 0);
    assert.equal(await page.locator('.answer u').innerText(), 'under');
    assert.deepEqual(foreign, []);
    assert.deepEqual(complaints, []);
  });

  it('speaks other languages, right to left where that is how they run', async () => {
    await visit('language=ar');
    await open();
    assert.equal(
      await page.locator('.panel').evaluate((it) => getComputedStyle(it).direction),
      'rtl',
    );
    assert.deepEqual(complaints, []);
  });
});

describe('a conversation', () => {
  it('is still there after a reload', async () => {
    await visit();
    await open();
    await ask('How do I return an order?');
    await answered();
    const before = await lastText();
    await page.reload();
    await open();
    await answered();
    assert.equal(await lastText(), before);
    assert.equal(await page.locator('.question').count(), 1);
  });

  it('goes on where it was when the page is reloaded in the middle of an answer', async () => {
    await visit();
    await open();
    await ask('How do I return an order?');
    await answered();
    const whole = await lastText();
    await ask('once more, long this time');
    await answers().nth(1).locator('.prose p').first().waitFor();
    await page.reload();
    await open();
    await answered(2);
    assert.equal((await lastText()).split('To return something').length, 13);
    assert.ok((await lastText()).startsWith(whole.slice(0, 60)));
  });

  for (const fault of ['drop', 'gap']) {
    it(`has neither a hole nor a double after a ${fault}`, async () => {
      await visit();
      await open();
      await ask('How do I return an order?');
      await answered();
      const expected = await lastText();
      await ask(`How do I return an order? ${fault}`);
      await answered(2);
      assert.equal(await lastText(), expected);
      assert.ok(chat.log.frames.some((frame) => frame.type === 'resume' && frame.after > 0));
      chat.log.frames.length = 0;
    });
  }

  it('is stopped, answered anew, and judged', async () => {
    await visit();
    await open();
    await ask('a long one');
    await page.locator('.answer .prose p').first().waitFor();
    await page.locator('.round.stop').click();
    await page.locator('.answer .note', { hasText: 'Stopped' }).waitFor();
    const part = await lastText();
    assert.ok(part.length < answerTo('long').text.length / 2);
    await page.getByRole('button', { name: 'Answer again' }).click();
    await page.locator('.round.stop').waitFor();
    await page.locator('.round.stop').waitFor({ state: 'detached' });
    assert.ok((await lastText()).length > part.length);
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await page.locator('.action[aria-pressed=true]').waitFor();
    assert.deepEqual(chat.log.feedback.at(-1), { value: 'up' });
  });

  it('survives an error, and says it kindly', async () => {
    await visit();
    await open();
    await ask('please fail');
    await page.locator('.failure').waitFor();
    assert.match(await page.locator('.failure').innerText(), /can’t be reached.*Try again/s);
    await ask('How do I return an order?');
    await answered(2);
  });

  it('starts afresh for another visitor', async () => {
    await visit('user-id=1');
    await open();
    await ask('How do I return an order?');
    await answered();
    await page.evaluate(() => window.SmartChat.identify({ userId: '2' }));
    await page.locator('.suggestions').waitFor();
    assert.equal(await answers().count(), 0);
  });

  it('stays with the same visitor, whose name is told again', async () => {
    await visit('user-id=1');
    await open();
    await ask('How do I return an order?');
    await answered();
    await page.evaluate(() => window.SmartChat.identify({ userId: '1', name: 'Ada' }));
    await ask('once more');
    await answered(2);
    assert.equal(chat.log.frames.findLast((frame) => frame.message).user_name, 'Ada');
  });
});

describe('signing in', () => {
  it('comes before the chat where the owner wants it so', async () => {
    await visit('key=login');
    await launcher().click();
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.locator('.problem:not(:empty)').waitFor();
    await page.getByLabel('Password').fill('secret');
    await page.keyboard.press('Enter');
    await input().waitFor();
    await ask('How do I return an order?');
    await answered();
    await page.reload();
    await open();
    await answered();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail').waitFor();
    assert.equal(await answers().count(), 0);
  });
});

describe('with the keyboard', () => {
  it('opens, asks, and closes with Escape back to the button', async () => {
    await visit();
    await launcher().waitFor();
    await launcher().focus();
    await page.keyboard.press('Enter');
    await page.locator('.panel.open textarea:focus').waitFor();
    await page.keyboard.type('How do I return an order?');
    await page.keyboard.press('Enter');
    await answered();
    await page.keyboard.press('Escape');
    await page.locator('.launcher:focus').waitFor();
    assert.equal(await launcher().getAttribute('aria-expanded'), 'false');
  });

  it('counts what is unread while closed', async () => {
    await visit();
    await open();
    await ask('How do I return an order?');
    await page.locator('.question').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.badge:not([hidden])').waitFor();
    assert.equal(await launcher().getAttribute('aria-label'), 'Chat, 1 unread');
    await launcher().click();
    assert.equal(await page.locator('.badge:not([hidden])').count(), 0);
  });
});

describe('the public API', () => {
  it('opens, sends, tells what happens, and leaves nothing behind', async () => {
    await visit();
    await launcher().waitFor();
    const before = await page.evaluate(() => document.documentElement.outerHTML.length);
    const told = await page.evaluate(async () => {
      const events = [];
      const { SmartChat } = window;
      for (const name of ['ready', 'open', 'close', 'message', 'answer', 'error']) {
        SmartChat.on(name, () => events.push(name));
      }
      const answer = new Promise((resolve) => SmartChat.on('answer', resolve));
      SmartChat.send('How do I return an order?');
      const { text, status, sources } = await answer;
      SmartChat.close();
      return { events, status, sources: sources.length, text: text.slice(0, 7) };
    });
    assert.deepEqual(
      told.events.filter((name) => name !== 'ready'),
      ['open', 'message', 'answer', 'close'],
    );
    assert.ok(told.events.includes('ready'), 'also for those who listen late');
    assert.deepEqual([told.status, told.sources, told.text], ['complete', 2, 'You can']);
    await page.evaluate(() => window.SmartChat.destroy());
    const left = await page.evaluate(() => ({
      api: 'SmartChat' in window,
      hosts: document.querySelectorAll('smartchat-widget').length,
      size: document.documentElement.outerHTML.length,
    }));
    assert.equal(left.api, false);
    assert.equal(left.hosts, 0);
    assert.ok(left.size < before);
  });

  it('shows nothing for a key the server does not know', async () => {
    const warnings = [];
    page.on('console', (line) => line.type() === 'warning' && warnings.push(line.text()));
    const told = page.waitForEvent('console', (line) => line.text().startsWith('SmartChat:'));
    await visit('key=unknown');
    await told;
    assert.equal(await page.locator('smartchat-widget').count(), 0);
    assert.equal(warnings.length, 1);
  });
});

describe('accessibility', () => {
  for (const [name, options, query, act] of [
    ['new chat', {}, '', () => {}],
    ['answer with sources', {}, '', () => withSources('How do I return an order?')],
    ['answer in the dark', { colorScheme: 'dark' }, '', () => withSources('return')],
    ['table and code', {}, '', () => withAnswer('a table')],
    ['error', {}, '', () => withFailure()],
    ['error in the dark', { colorScheme: 'dark' }, '', () => withFailure()],
    ['Arabic', {}, 'key=arabic', () => withSources('كيف')],
    ['login', {}, 'key=login', () => page.locator('.gate').waitFor()],
  ]) {
    it(`has no findings: ${name}`, async () => {
      await context.close();
      context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      page = await context.newPage();
      await visit(query, openHost);
      await open();
      await act();
      await page.waitForTimeout(400);
      await page.evaluate(await readFile(AXE, 'utf8'));
      const found = await page.evaluate(() =>
        window.axe.run('smartchat-widget', {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      );
      const findings = found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
      );
      assert.deepEqual(findings, []);
      assert.ok(found.passes.length > 10, 'axe looked into the shadow root');
    });
  }

  async function withAnswer(text) {
    await ask(text);
    await answered();
  }

  async function withSources(text) {
    await withAnswer(text);
    await page.locator('.cite').first().click();
    await page.locator('.source.active').waitFor();
  }

  async function withFailure() {
    await ask('please fail');
    await page.locator('.failure').waitFor();
  }
});
