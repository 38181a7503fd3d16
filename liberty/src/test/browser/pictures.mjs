/** The README's pictures; docs/pictures.sh says how to take them. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser, openContext } from './chromium.mjs';
import { startHost } from './host.mjs';
import { Owner } from './owner.mjs';
import { settings } from './settings.mjs';
import { AdminApi } from './smartchat.mjs';
import { Visitor } from './visitor.mjs';

const { url, email, password, pictures, chromium } = settings;
const SITE = 'Lumen Fjord';
const samples = ['ferry-timetable-notes.txt', 'accessories.csv', 'torvald-handbook.pdf'].map(
  (name) => fileURLToPath(new URL(`../../../../docs/samples/${name}`, import.meta.url)),
);

const admin = await AdminApi.signIn(url, email, password);
const tenant = await admin.createTenant(SITE, ...samples);
const browser = await openBrowser(chromium);
const host = await startHost(url);
try {
  await mkdir(pictures, { recursive: true });
  await tenant.put('widget/config', {
    title: 'Ask the workshop',
    greeting: 'Ahoy! What would you like to know about your Torvald?',
    primary_color: '#17616f',
  });
  await widget();
  await panel();
} finally {
  await browser.close();
  await host.close();
  await admin.call('DELETE', `tenants/${tenant.id}`);
}

async function widget() {
  const page = await (await openContext(browser)).newPage();
  await page.goto(`${host.origin}/?key=${tenant.key}`);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.ask('What is the right pressure for the front tyre?');
  await visitor.answered();
  await visitor.openFirstCitation();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${pictures}/widget.png` });
}

async function panel() {
  const page = await (await openContext(browser)).newPage();
  const owner = new Owner(page, url);
  await owner.goTo('/');
  await owner.signIn(email, password);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByLabel('Tenant').selectOption(tenant.id);
  await owner.choose('Knowledge');
  await owner.row('torvald-handbook.pdf').getByText('Ready').waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${pictures}/admin.png` });
}
