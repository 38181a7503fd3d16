/** What to show: a state of the backend, a screen, and what a person does on it. */
export const scenes = [
  {
    name: 'setup',
    state: 'new',
    path: '/setup/setup-token-1',
    act: (page) => page.getByLabel('Email').fill('owner@alpenglow.example'),
  },
  {
    name: 'signin',
    state: 'new',
    path: '/',
    act: async (page) => {
      await page.getByLabel('Email').fill('owner@alpenglow.example');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'overview-fresh', state: 'fresh', path: '/', act: heading('Getting started') },
  { name: 'overview', path: '/', act: heading('Recent conversations') },
  { name: 'knowledge', path: '/knowledge', act: text('Price list spring.csv') },
  { name: 'knowledge-empty', state: 'fresh', path: '/knowledge', act: text('No documents yet') },
  {
    name: 'knowledge-upload',
    path: '/knowledge',
    act: async (page) => {
      await page.setInputFiles('input[type=file]', [
        { name: 'Store hours.txt', mimeType: 'text/plain', buffer: Buffer.from('Open 9 to 6.') },
        { name: 'Team photo.png', mimeType: 'image/png', buffer: Buffer.from('not a document') },
      ]);
      await page.getByText('Only PDF, TXT and CSV').waitFor();
      await page.getByRole('button', { name: 'Actions for Price list spring.csv' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).waitFor();
    },
  },
  {
    name: 'knowledge-passages',
    path: '/knowledge',
    window: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'Terms and returns 2025.pdf', exact: true }).click();
      await page.getByText('We refund the purchase price').waitFor();
    },
  },
  {
    name: 'knowledge-search',
    path: '/knowledge',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Try a search' }).click();
      await page.getByRole('searchbox').fill('free return of an order from Norway');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('heading', { name: 'Terms and returns' }).first().waitFor();
    },
  },
  { name: 'model-builtin', path: '/model', act: text('needs no key') },
  {
    name: 'model-ollama',
    path: '/model',
    act: async (page) => {
      await page.getByRole('radio', { name: 'Ollama' }).click();
      await page.getByRole('combobox', { name: 'Model' }).click();
      await page.getByRole('option', { name: 'mistral-small' }).click();
      await page.getByRole('button', { name: 'Test' }).click();
      await page.getByText('It works.').waitFor();
      await page.getByRole('combobox', { name: 'Model' }).fill('');
      await page.getByRole('option', { name: 'mistral-small' }).waitFor();
    },
  },
  {
    name: 'model-openai',
    path: '/model',
    act: async (page) => {
      await page.getByRole('radio', { name: 'OpenAI or compatible' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Name the model to use.').waitFor();
    },
  },
  { name: 'widget', path: '/widget', act: heading('Tag for your website') },
  { name: 'conversations', path: '/conversations', act: text('Anonymous visitor') },
  {
    name: 'conversation',
    path: '/conversations',
    act: async (page) => {
      await page.getByRole('link', { name: /Ingrid Solheim/ }).click();
      await page.getByText('Terms and returns 2025.pdf').first().click();
    },
  },
  {
    name: 'conversations-empty',
    state: 'fresh',
    path: '/conversations',
    act: text('No conversations yet'),
  },
  { name: 'keys', path: '/keys', act: text('Alpenglow B2B') },
  {
    name: 'keys-new',
    path: '/keys',
    window: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'New tenant' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Alpenglow Rentals');
      await page.getByRole('button', { name: 'Create tenant' }).click();
      await page.getByText('It is shown only now').waitFor();
    },
  },
  { name: 'keys-rotate', path: '/keys', window: true, act: rowAction('New key') },
  { name: 'keys-delete', path: '/keys', window: true, act: rowAction('Delete') },
  {
    name: 'menu',
    path: '/keys',
    window: true,
    act: async (page) => {
      const button = page.getByRole('button', { name: 'Open the menu' });
      await page.getByText('Alpenglow B2B').last().waitFor();
      if (await button.isVisible()) await button.click();
    },
  },
];

function heading(name) {
  return (page) => page.getByRole('heading', { name }).waitFor();
}

function text(content) {
  return (page) => page.getByText(content).last().waitFor();
}

function rowAction(name) {
  return async (page) => {
    await page.getByRole('button', { name: 'Actions for Alpenglow Outdoor' }).click();
    await page.getByRole('menuitem', { name }).click();
    await page.getByRole('dialog').waitFor();
  };
}
