import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addConversation, addSource, freshStart } from '../../../dev/backend/seed';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';

async function steps() {
  await screen.findByRole('heading', { name: 'Getting started' });
  const headings = screen.getAllByRole('heading', { level: 3 });
  return headings.map((heading) => heading.textContent);
}

describe('the overview', () => {
  it('tells from the real state what is left to do', async () => {
    const state = freshStart();
    addSource(state.tenants[0]!, 'broken.pdf', 'failed');
    renderApp('/', state);
    expect(await steps()).toEqual([
      'Make an API key, done',
      'Choose a model, done',
      'Add a document, to do',
      'Put the tag on your website, to do',
    ]);
    expect(screen.getByText('2 of 4 done')).toBeVisible();
    expect(screen.getByRole('link', { name: /See the status/ })).toHaveAttribute(
      'href',
      '#/knowledge',
    );
    await expectAccessible();
  });

  it('is done once a document is ready and somebody has written', async () => {
    const state = freshStart();
    const tenant = state.tenants[0]!;
    addSource(tenant, 'faq.txt', 'ready', {}, ['We open at nine.']);
    addConversation(tenant, { user_name: 'Noor' }, 1, ['When do you open?', 'At nine.']);
    renderApp('/', state);
    expect((await steps()).every((step) => step?.endsWith(', done'))).toBe(true);
    const recent = screen.getByRole('region', { name: 'Recent conversations' });
    expect(within(recent).getByRole('link', { name: /Noor/ })).toBeVisible();
  });

  it('does not call the model chosen while the server says it is not configured', async () => {
    const state = freshStart();
    state.tenants[0]!.llm.configured = false;
    renderApp('/', state);
    expect(await steps()).toContain('Choose a model, to do');
  });
});
