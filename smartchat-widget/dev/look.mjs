/** Takes the screenshots a designer would want to see: node dev/look.mjs [folder] */
import { mkdir } from 'node:fs/promises';
import { startHost } from './host.mjs';
import { openBrowser } from './chromium.mjs';
import { startSmartChat } from './server.mjs';

const folder = process.argv[2] ?? 'target/look';
await mkdir(folder, { recursive: true });
const chat = await startSmartChat({ pace: 12 });
const host = await startHost({ script: chat.origin });
const browser = await openBrowser();
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function scene(name, { size = DESK, scheme = 'light', query = '' }, act) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    hasTouch: size === PHONE,
    isMobile: size === PHONE,
    deviceScaleFactor: size === PHONE ? 2 : 1,
  });
  const page = await context.newPage();
  page.on('pageerror', (fault) => console.error(name, 'page error', fault.message));
  page.on('console', (line) => {
    if (line.type() === 'error') console.error(name, line.text().slice(0, 300));
  });
  await page.goto(`${host.origin}/?${query}`);
  await page.locator('smartchat-widget').waitFor({ state: 'attached' });
  await act(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
}

const open = async (page) => {
  await page.locator('.launcher').click();
  await page.locator('.panel.open textarea').waitFor();
  await page.waitForTimeout(350);
};
const ask = async (page, text) => {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
};
const answered = (page) => page.locator('.answer .actions').last().waitFor();
const settle = (page) => page.waitForTimeout(350);

await scene('launcher', {}, settle);
for (const [suffix, look] of [
  ['', {}],
  ['-dark', { scheme: 'dark' }],
  ['-phone', { size: PHONE }],
  ['-phone-dark', { size: PHONE, scheme: 'dark' }],
]) {
  await scene(`empty${suffix}`, look, open);
  await scene(`streaming${suffix}`, look, async (page) => {
    await open(page);
    await ask(page, 'Show me the shipping rates as a table');
    await page.locator('.answer table').waitFor();
    await page.waitForTimeout(250);
  });
  await scene(`sources${suffix}`, look, async (page) => {
    await open(page);
    await ask(page, 'How do I return an order?');
    await answered(page);
    await page.locator('.cite').first().click();
    await settle(page);
  });
  await scene(`table${suffix}`, look, async (page) => {
    await open(page);
    await ask(page, 'Show me the shipping rates as a table');
    await answered(page);
    await settle(page);
  });
}
await scene('waiting', {}, async (page) => {
  await open(page);
  await ask(page, 'How do I return an order?');
  await page.locator('.dots').waitFor();
  await settle(page);
});
await scene('error', {}, async (page) => {
  await open(page);
  await ask(page, 'please fail');
  await page.locator('.failure').waitFor();
  await settle(page);
});
await scene('error-dark', { scheme: 'dark' }, async (page) => {
  await open(page);
  await ask(page, 'please wait');
  await page.locator('.failure').waitFor();
  await settle(page);
});
await scene('arabic', { query: 'key=arabic' }, async (page) => {
  await open(page);
  await ask(page, 'كيف أعيد طلبًا؟');
  await answered(page);
  await page.locator('.cite').first().click();
  await settle(page);
});
await scene('arabic-empty', { query: 'key=arabic', size: PHONE }, open);
for (const [name, look] of [
  ['login', {}],
  ['login-phone-dark', { size: PHONE, scheme: 'dark' }],
]) {
  await scene(name, { ...look, query: 'key=login' }, async (page) => {
    await page.locator('.launcher').click();
    await page.locator('.gate input').first().waitFor();
    await settle(page);
  });
}
await scene('login-wrong', { query: 'key=login' }, async (page) => {
  await page.locator('.launcher').click();
  await page.locator('.gate input').first().fill('ada@example.org');
  await page.locator('.gate input').nth(1).fill('guess');
  await page.keyboard.press('Enter');
  await page.locator('.problem:not(:empty)').waitFor();
  await settle(page);
});
await scene('embedded', { query: 'key=embedded' }, async (page) => {
  await page.locator('.launcher').click();
  await page.locator('.gate').waitFor();
  await settle(page);
});
await scene('scrolled', {}, async (page) => {
  await open(page);
  await ask(page, 'a long one');
  await page.locator('.answer li').nth(8).waitFor();
  await page.mouse.move(1060, 400);
  await page.mouse.wheel(0, -300);
  await page.locator('.newest').waitFor();
  await settle(page);
});
await scene('inline', { query: 'target=%23room' }, async (page) => {
  await page.locator('.panel.open textarea').waitFor();
  await page.locator('.panel').scrollIntoViewIfNeeded();
  await settle(page);
});
await scene('unread', {}, async (page) => {
  await open(page);
  await ask(page, 'How do I return an order?');
  await page.locator('.dots').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.badge:not([hidden])').waitFor();
  await settle(page);
});

await browser.close();
await host.close();
await chat.close();
