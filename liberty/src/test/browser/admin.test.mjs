import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { after, afterEach, before, describe, it } from 'node:test';
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
import { Owner } from './owner.mjs';
import { settings } from './settings.mjs';
import { until } from './smartchat.mjs';
import { Visitor } from './visitor.mjs';

const { url, email, password, setupToken, documents, pictures } = settings;
const SITE = 'Lumen Fjord';

let browser, context, page, owner, seen, expected, host, key;

before(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await openBrowser(settings.chromium);
  context = await openContext(browser);
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  expected = [];
  seen = await watch(page, (status, address) =>
    expected.some(([code, part]) => status === code && address.includes(part)),
  );
  owner = new Owner(page, url);
  host = await startHost(url);
});

after(async () => {
  await browser.close();
  await host.close();
});

// One person's way through the panel: each step goes on where the last one ended.
describe('a site owner', () => {
  afterEach(() => assertClean(seen));

  it('sets up with the one-time link, and is signed in', async () => {
    // Who am I? Nobody yet.
    expected = [[401, '/api/admin/session']];
    await owner.goTo(`/setup/${setupToken}`);
    await owner.fill({ Email: email, Password: password });
    await noBarriers();
    await owner.press('Create account and sign in');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByText('Getting started').waitFor();
    await noBarriers();
  });

  it('finds the link used up, and says so kindly', async () => {
    expected = [
      [401, '/api/admin/session'],
      [409, '/api/admin/setup'],
      [401, '/api/admin/setup'],
      [403, '/api/admin/setup'],
    ];
    const other = await openContext(browser);
    const stranger = new Owner(await other.newPage(), url);
    await stranger.goTo(`/setup/${setupToken}`);
    await stranger.fill({ Email: 'mallory@example.com', Password: 'another long password' });
    await stranger.press('Create account and sign in');
    const alert = stranger.page.getByRole('alert');
    await alert.waitFor();
    assert.match(await alert.innerText(), /set up|sign in|used/i);
    await other.close();
  });

  it('signs out, and in again after a wrong password', async () => {
    expected = [[401, '/api/admin/session']];
    await owner.press('Sign out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await noBarriers();
    await owner.signIn(email, 'not the password');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    assert.match(await alert.innerText(), /e-?mail|password/i);
    await owner.signIn(email, password);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expected = [];
    await page.reload();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });

  it('makes a tenant whose key is shown once, with the tag to paste', async () => {
    await owner.choose('API keys');
    await noBarriers();
    await owner.press('New tenant');
    await owner.fill({ Name: SITE });
    await owner.press('Create tenant');
    await page.getByText('It is shown only now').waitFor();
    await noBarriers();
    key = (await page.getByRole('region', { name: 'API key' }).innerText()).trim();
    assert.match(key, /^sc_live_\S{40,}$/);
    assert.equal(
      (await page.getByRole('region', { name: 'Embed code' }).innerText()).trim(),
      `<script src="${url}/widget.js" data-api-key="${key}" async></script>`,
    );
    await page.screenshot({ path: `${pictures}/admin-new-key.png` });
    await owner.press('I’ve copied it');
    await owner.row(SITE).waitFor();
    await page.reload();
    await owner.row(SITE).waitFor();
    assert.ok(!(await page.content()).includes(key));
    assert.equal(await page.getByLabel('Tenant').locator('option:checked').innerText(), SITE);
  });

  it('drops a PDF and chooses a text and a table, and watches them become ready', async () => {
    await owner.choose('Knowledge');
    await page.getByText('No documents yet').waitFor();
    const states = recordStates();
    await owner.drop('div:has(> input[type=file])', [
      await file('torvald-handbook.pdf', 'application/pdf'),
    ]);
    await page.setInputFiles('input[type=file]', [
      `${documents}/ferry-timetable-notes.txt`,
      `${documents}/accessories.csv`,
    ]);
    for (const name of ['torvald-handbook.pdf', 'ferry-timetable-notes.txt', 'accessories.csv']) {
      await owner.row(name).getByText('Ready').waitFor({ timeout: 120_000 });
    }
    assert.match(await owner.row('torvald-handbook.pdf').innerText(), /12 pages.*passages/s);
    assert.ok(
      (await states()).some((state) => /Waiting|Reading/.test(state)),
      'the way there was shown',
    );
    await noBarriers();
  });

  it('is told why a sealed PDF can’t be read, and may try again', async () => {
    await page.setInputFiles('input[type=file]', `${documents}/sealed.pdf`);
    const row = owner.row('sealed.pdf');
    await row.getByText('Failed').waitFor({ timeout: 60_000 });
    assert.match(await row.innerText(), /encrypted|password/i);
    await noBarriers();
    const retried = page.waitForResponse((reply) => reply.url().includes('/retry'));
    await owner.press('Retry sealed.pdf');
    assert.equal((await retried).ok(), true);
    await row
      .locator('button:not([aria-disabled])', { hasText: 'Retry' })
      .waitFor({ timeout: 60_000 });
    await page.screenshot({ path: `${pictures}/admin-knowledge-failed.png`, fullPage: true });
    await owner.act('sealed.pdf', 'Delete');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Delete/ })
      .click();
    await row.waitFor({ state: 'detached' });
  });

  it('is told that a file is there already, and that a picture is no document', async () => {
    expected = [
      [409, '/knowledge/upload'],
      [415, '/knowledge/upload'],
    ];
    await owner.drop('div:has(> input[type=file])', [
      await file('accessories.csv', 'text/csv'),
      { name: 'team.png', type: 'image/png', content: await page.screenshot() },
    ]);
    const told = page.getByRole('list', { name: 'Uploads' });
    await told.getByRole('alert').nth(1).waitFor();
    const words = await told.innerText();
    assert.match(words, /accessories\.csv/);
    assert.match(words, /PDF, .*TXT/);
    await noBarriers();
    for (const name of ['accessories.csv', 'team.png']) await owner.press(`Dismiss ${name}`);
    expected = [];
  });

  it('reads the passages of a document, each with its page', async () => {
    await owner.press('torvald-handbook.pdf');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('page 5').first().waitFor();
    assert.match(await sheet.innerText(), /0\.9 millimetres/);
    await noBarriers();
    await page.screenshot({ path: `${pictures}/admin-passages.png` });
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('tries a search, and sees what the chat would answer from', async () => {
    await page.getByRole('tab', { name: 'Try a search' }).click();
    await page.getByRole('searchbox').fill('How thin may the brake pads become?');
    await owner.press('Search');
    const found = page.getByRole('list', { name: 'Passages found' }).getByRole('listitem');
    await found.first().waitFor();
    assert.match(await found.first().innerText(), /torvald-handbook\.pdf.*page 5/s);
    await noBarriers();
    await page.screenshot({ path: `${pictures}/admin-search.png` });
  });

  it('tests the built-in provider', async () => {
    await owner.choose('Model');
    await page.getByText('needs no key').waitFor();
    await owner.press('Test');
    await page.getByText('It works.').waitFor();
    await noBarriers();
    await owner.press('Save');
    await page.getByText('The model settings are saved.', { exact: true }).waitFor();
  });

  it('changes the widget, and the visitor’s page follows', async () => {
    const visit = await openContext(browser);
    const site = await visit.newPage();
    const there = await watch(site);
    const visitor = new Visitor(site);
    await site.goto(`${host.origin}/?key=${key}`);
    await visitor.open();
    const title = site.locator('.panel .title');
    assert.notEqual(await title.innerText(), 'Ask the workshop');

    await owner.choose('Widget');
    await noBarriers();
    await owner.fill({
      Title: 'Ask the workshop',
      Greeting: 'Ahoy! What would you like to know about your Torvald?',
      'Main colour': '#0f766e',
    });
    await page.getByRole('combobox', { name: 'Theme', exact: true }).selectOption('dark');
    await owner.press('Add a question');
    await page
      .getByRole('textbox', { name: 'Question 1' })
      .fill('What does code E07 on the display mean?');
    await owner.press('Add a website');
    await page.getByRole('textbox', { name: 'Website 1' }).fill(host.origin);
    await page.screenshot({ path: `${pictures}/admin-widget-changed.png` });
    await owner.press('Save changes');
    await page
      .getByText('Saved. Your website shows it within a minute.', { exact: true })
      .waitFor();
    await noBarriers();

    // A browser may keep the settings for a minute; one that was never there asks at once.
    const fresh = await (await openContext(browser)).newPage();
    const after = await watch(fresh);
    const newcomer = new Visitor(fresh);
    await fresh.goto(`${host.origin}/?key=${key}`);
    await newcomer.open();
    await fresh.locator('.panel .title', { hasText: 'Ask the workshop' }).waitFor();
    assert.ok((await newcomer.background()) < 128, 'dark, as the owner wants it');
    await fresh.getByRole('button', { name: 'What does code E07 on the display mean?' }).click();
    await newcomer.answered();
    assert.match(await newcomer.lastAnswer(), /too hot/);
    await newcomer.openFirstCitation();
    assert.match(await newcomer.openSource(), /torvald-handbook\.pdf.*page 8/s);
    await fresh.screenshot({ path: `${pictures}/widget-changed.png` });
    assertClean(there);
    assertClean(after);
    await fresh.context().close();
    await visit.close();
  });

  it('sees what the day has taken, and sets a limit that stays', async () => {
    await owner.choose('Limits');
    await page.getByText('Turned away', { exact: true }).waitFor();
    await noBarriers();
    await owner.fill({ 'Messages a minute from one visitor': '30' });
    await owner.press('Save');
    await page.getByText('The limits are saved.', { exact: true }).waitFor();
    await owner.choose('Overview');
    await owner.choose('Limits');
    const limit = page.getByLabel('Messages a minute from one visitor', { exact: true });
    assert.equal(await limit.inputValue(), '30');
  });

  it('reads the conversation that came of it', async () => {
    await owner.choose('Conversations');
    await noBarriers();
    await page
      .getByRole('link', { name: /Anonymous visitor/ })
      .first()
      .click();
    const messages = page.getByRole('list', { name: 'Messages' });
    await messages.getByText('What does code E07 on the display mean?').waitFor();
    await messages.getByText('torvald-handbook.pdf · page 8').click();
    await noBarriers();
    assert.equal(
      await page.getByRole('list', { name: 'Messages' }).locator('li[data-role]').count(),
      2,
    );
    await page.getByRole('searchbox').fill('zeppelin');
    await page.getByText('Nothing found').waitFor();
    await page.getByRole('searchbox').fill('E07');
    await page
      .getByRole('link', { name: /Anonymous visitor/ })
      .first()
      .waitFor();
  });

  it('tries the chat on the test page', async () => {
    const other = await openContext(browser);
    const tab = await other.newPage();
    const there = await watch(tab);
    await tab.goto(`${url}/test.html`);
    const keys = tab.getByRole('link', { name: 'API keys in the admin panel' });
    await keys.waitFor();
    assert.match(await keys.getAttribute('href'), /#\/keys$/);
    const before = there.complaints.length;
    await tab.goto(`${url}/test.html?key=${key}`);
    const visitor = new Visitor(tab);
    await visitor.open();
    await visitor.ask('What is the number of the emergency line?');
    await visitor.answered();
    assert.match(await visitor.lastAnswer(), /0800 557 213/);
    assert.deepEqual(there.complaints.slice(before), []);
    await other.close();
  });

  it('opens every screen in every light and size', async () => {
    const screens = {
      overview: ['/', 'Getting started'],
      knowledge: ['/knowledge', 'torvald-handbook.pdf'],
      model: ['/model', 'needs no key'],
      widget: ['/widget', 'Tag for your website'],
      conversations: ['/conversations', 'Anonymous visitor'],
      limits: ['/limits', 'Turned away'],
      keys: ['/keys', 'sc_live_'],
    };
    const findings = [];
    for (const size of [DESK, PHONE]) {
      for (const scheme of ['light', 'dark']) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        for (const [name, [path, words]] of Object.entries(screens)) {
          const shown = `admin-${name}-${size.width}-${scheme}`;
          await owner.goTo(path);
          await page.getByText(words).last().waitFor();
          await page.waitForLoadState('networkidle');
          await page.screenshot({ path: `${pictures}/${shown}.png`, fullPage: true });
          findings.push(...(await barriers(page)).map((it) => `${shown}: ${it}`));
          if (await scrollsSideways(page)) findings.push(`${shown}: scrolls sideways`);
        }
      }
    }
    assert.deepEqual(findings, []);
    await page.setViewportSize(DESK);
  });

  it('signs out, and the panel is closed to whoever comes next', async () => {
    await owner.goTo('/');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expected = [[401, '/api/admin/']];
    await owner.press('Sign out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await owner.goTo('/knowledge');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    const reply = await page.request.get(`${url}/api/admin/knowledge`);
    assert.equal(reply.status(), 401);
  });
});

/** Since the last look: no script error, no refused load, no report of the policy, no unexpected reply. */
function assertClean({ complaints }) {
  assert.deepEqual(complaints.splice(0), []);
}

async function noBarriers() {
  assert.deepEqual(await barriers(page), []);
}

async function file(name, type) {
  return { name, type, content: await readFile(`${documents}/${name}`) };
}

/** Collects what the table says while documents are on their way. */
function recordStates() {
  const states = new Set();
  let on = true;
  const done = until(async () => {
    for (const text of await page.getByRole('cell').allInnerTexts()) states.add(text);
    return !on;
  }, 180_000);
  return async () => {
    on = false;
    await done;
    return [...states];
  };
}
