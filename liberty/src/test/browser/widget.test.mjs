import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  DESK,
  PHONE,
  barriers,
  openBrowser,
  openContext,
  scrollsSideways,
  watch,
} from './chromium.mjs';
import { startHost } from './host.mjs';
import { layLine } from './line.mjs';
import { startModel } from './model.mjs';
import { settings } from './settings.mjs';
import { AdminApi, until } from './smartchat.mjs';
import { Visitor } from './visitor.mjs';

const QUESTION = 'How thin may the lining of the brake pads become?';
const FACT = /0\.9 millimetres/;
const { url, documents, pictures } = settings;

let browser, line, host, sameNameHost, model, admin, quoting, writing, context, page, visitor, seen;

before(async () => {
  browser = await openBrowser(settings.chromium);
  line = await layLine(url);
  host = await startHost(line.origin);
  sameNameHost = await startHost(line.origin, 'localhost');
  model = await startModel();
  await mkdir(pictures, { recursive: true });
  admin = await AdminApi.signIn(url, settings.email, settings.password);
  quoting = await admin.createTenant('Browser, built-in', `${documents}/torvald-handbook.pdf`);
  writing = await admin.createTenant('Browser, model', `${documents}/ferry-timetable-notes.txt`);
  await writing.put('llm/config', {
    provider: 'openai',
    base_url: model.url,
    model: 'unhurried',
    api_key: 'none',
  });
});

after(async () => {
  await browser.close();
  await Promise.all([line, host, sameNameHost, model].map((it) => it.close()));
});

beforeEach(() => arrive());
afterEach(() => context.close());

async function arrive(look) {
  await context?.close();
  context = await openContext(browser, look);
  page = await context.newPage();
  seen = await watch(page, (_, address) => address.includes('refused-on-purpose'));
  visitor = new Visitor(page);
}

const visit = (tenant, query = '', where = host) =>
  page.goto(`${where.origin}/?key=${tenant.key}${query}`);

/** Nothing on the page or in its policy's reports to be ashamed of, and nobody else was asked. */
function assertClean() {
  assert.deepEqual(seen.complaints, []);
  assert.deepEqual([...host.reports, ...sameNameHost.reports], []);
  const known = [host, sameNameHost, line].map(({ origin }) => new URL(origin).host);
  assert.deepEqual(
    seen.requests.filter((address) => !known.includes(new URL(address).host)),
    [],
  );
}

describe('on a page of another origin with a strict policy', () => {
  for (const [name, where] of [
    ['of another host name', () => host],
    ['of another port', () => sameNameHost],
  ]) {
    it(`answers from the uploaded PDF and names file and page, on an origin ${name}`, async () => {
      const frames = [];
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => frames.push(JSON.parse(payload))),
      );
      await visit(quoting, '', where());
      await visitor.open();
      await visitor.ask(QUESTION);
      await visitor.answered();
      assert.match(await visitor.lastAnswer(), FACT);
      await visitor.openFirstCitation();
      assert.match(await visitor.openSource(), /torvald-handbook\.pdf.*page 5.*0\.9 millimetres/s);
      assert.ok(frames.filter(({ type }) => type === 'chunk').length > 2, 'it came in pieces');
      assertClean();
    });
  }

  it('shows a model’s answer while the model is writing it', async () => {
    await visit(writing);
    await visitor.open();
    await visitor.ask('What does the ticket for a cargo bicycle cost?');
    await page.locator('.round.stop').waitFor();
    const lengths = [];
    await until(async () => {
      lengths.push((await visitor.lastAnswer()).length);
      return !(await visitor.isAnswering());
    });
    const steps = new Set(lengths.filter((length) => length > 0));
    assert.ok(steps.size > 5, `the text grew in steps: ${[...steps]}`);
    assert.match(await visitor.lastAnswer(), /64 kroner.*Step 30/s);
    await visitor.openFirstCitation();
    assert.match(await visitor.openSource(), /ferry-timetable-notes\.txt/);
    assertClean();
  });

  it('still holds the conversation after a reload, in its order', async () => {
    await visit(quoting);
    await visitor.open();
    await visitor.ask(QUESTION);
    await visitor.answered();
    await visitor.ask('What does code E07 on the display mean?');
    await visitor.answered(2);
    const told = await visitor.conversation();
    await page.reload();
    await visitor.open();
    await visitor.answered(2);
    assert.deepEqual(await visitor.conversation(), told);
    assert.equal(told.length, 4);
    await visitor.openFirstCitation();
    assert.match(await visitor.openSource(), /torvald-handbook\.pdf.*page 5/s);
    assertClean();
  });

  it('gives one widget where the tag stands twice', async () => {
    await visit(quoting, '&twice=');
    await visitor.open();
    assert.equal(await page.locator('smartchat-widget').count(), 1);
    assertClean();
  });

  it('gives one widget, with its conversation, on a page that mounts it again and again', async () => {
    await visit(quoting, '&spa=');
    await page.evaluate(() => Promise.all([window.mount(), window.mount()]));
    await visitor.open();
    await visitor.ask(QUESTION);
    await visitor.answered();
    await page.evaluate(() => {
      document.querySelector('smartchat-widget').remove();
      return window.mount();
    });
    await visitor.answered();
    assert.match(await visitor.lastAnswer(), FACT);
    assert.equal(await page.locator('smartchat-widget').count(), 1);
    assertClean();
  });

  it('is not there for a site that the owner did not allow, and tells it nothing', async () => {
    const guarded = await admin.createTenant('Browser, guarded');
    await guarded.put('widget/config', {
      title: 'Members only',
      allowed_domains: ['https://members.example.com'],
    });
    const read = [];
    page.on('response', async (reply) => {
      if (reply.url().includes('/api/')) read.push(await reply.text().catch(() => ''));
    });
    const warned = page.waitForEvent('console', (it) => it.text().startsWith('SmartChat:'));
    await visit(guarded);
    assert.match((await warned).text(), /allowed domains/);
    assert.equal(await page.locator('smartchat-widget').count(), 0);
    assert.ok(!read.join().includes('Members only'));
    assert.ok(!seen.requests.some((address) => address.startsWith('ws')));
    const socket = await page.evaluate(
      ([address, key]) =>
        new Promise((resolve) => {
          const told = [];
          const chat = new WebSocket(`${address}/api/chat/ws/chat/refused-on-purpose-1`);
          chat.onopen = () => chat.send(JSON.stringify({ message: 'Hello?', api_key: key }));
          chat.onmessage = ({ data }) => told.push(JSON.parse(data));
          chat.onclose = ({ code }) => resolve({ code, told });
        }),
      [line.origin.replace('http', 'ws'), guarded.key],
    );
    assert.ok([4403, 1006].includes(socket.code), `closed with ${socket.code}`);
    assert.deepEqual(
      socket.told.filter(({ code }) => code !== 'origin_not_allowed'),
      [],
    );
  });
});

describe('a conversation', () => {
  it('is stopped, which ends the model’s work, answered anew, and judged', async () => {
    await visit(writing);
    await visitor.open();
    await visitor.ask('What does the ticket for a cargo bicycle cost?');
    await visitor.answerHolds('64 kroner');
    await visitor.stop();
    await page.locator('.answer .note', { hasText: 'Stopped' }).waitFor();
    await until(() => model.answering === 0, 2_000);
    const part = await visitor.lastAnswer();
    assert.ok(part.length < model.text.length / 2);
    await page.getByRole('button', { name: 'Answer again' }).click();
    await visitor.answerHolds('Step 30');
    await visitor.answered();
    assert.equal(await page.locator('.answer').count(), 1);
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await page.locator('.action[aria-pressed=true]').waitFor();
    await until(async () => {
      const { conversations } = await writing.get('conversations');
      return conversations.some(({ feedback }) => feedback && JSON.stringify(feedback) !== '{}');
    });
    await page.reload();
    await visitor.open();
    await page.locator('.action[aria-pressed=true]').waitFor();
    assertClean();
  });

  it('has neither a hole nor a double when the line is cut in the middle of an answer', async () => {
    await visit(writing);
    await visitor.open();
    await visitor.ask('What does the ticket for a cargo bicycle cost?');
    await visitor.answerHolds('Step 3 ');
    line.cut();
    await page.locator('.banner').waitFor();
    line.mend();
    await visitor.answerHolds('Step 30');
    await visitor.answered();
    await page.locator('.banner').waitFor({ state: 'detached' });
    const steps = (await visitor.lastAnswer()).match(/Step \d+/g);
    assert.deepEqual(
      steps,
      Array.from({ length: 30 }, (_, i) => `Step ${i + 1}`),
    );
  });

  it('goes on after the server was killed in the middle of an answer', async () => {
    await visit(writing);
    await visitor.open();
    await visitor.ask('What does the ticket for a cargo bicycle cost?');
    await visitor.answerHolds('Step 3 ');
    const restart = await fetch(settings.restartUrl, { method: 'POST' });
    assert.equal(restart.status, 204);
    await page.locator('.failure', { hasText: 'cut off' }).waitFor({ timeout: 60_000 });
    assert.match(await visitor.lastAnswer(), /64 kroner/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await visitor.answerHolds('Step 30');
    await visitor.answered();
    assert.equal(await page.locator('.question').count(), 1);
  });
});

describe('in every light and size', () => {
  for (const [name, look] of [
    ['desk', { size: DESK }],
    ['desk-dark', { size: DESK, scheme: 'dark' }],
    ['phone', { size: PHONE }],
    ['phone-dark', { size: PHONE, scheme: 'dark' }],
  ]) {
    it(`is readable and lets everybody in: ${name}`, async () => {
      await arrive(look);
      await visit(quoting);
      await visitor.launcher.waitFor();
      await page.screenshot({ path: `${pictures}/widget-closed-${name}.png` });
      await visitor.open();
      await page.screenshot({ path: `${pictures}/widget-new-${name}.png` });
      assert.deepEqual(await barriers(page, 'smartchat-widget'), []);
      await visitor.ask(QUESTION);
      await visitor.answered();
      await visitor.openFirstCitation();
      await page.screenshot({ path: `${pictures}/widget-answer-${name}.png` });
      assert.deepEqual(await barriers(page, 'smartchat-widget'), []);
      assert.equal(await scrollsSideways(page), false);
      const panel = await page.locator('.panel').boundingBox();
      if (look.size === PHONE) assert.deepEqual(panel, { x: 0, y: 0, ...PHONE });
      else assert.ok(panel.width < DESK.width / 2, 'a window beside the page');
      const paper = await visitor.background();
      assert.equal(paper < 128, look.scheme === 'dark', `the ground has lightness ${paper}`);
      assertClean();
    });
  }
});
