import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addConversation, freshStart } from '../../../dev/backend/seed';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';

describe('the conversations screen', () => {
  it('tells verified visitors from those whose name is only claimed', async () => {
    renderApp('/conversations');
    const verified = await screen.findByRole('link', { name: /Ingrid Solheim/ });
    expect(verified).toHaveTextContent('Verified');
    expect(screen.getByRole('link', { name: /Tomás/ })).toHaveTextContent('Unverified');
    const anonymous = screen.getByRole('link', { name: /Anonymous visitor/ });
    expect(anonymous).not.toHaveTextContent(/verified/i);
    await expectAccessible();
  });

  it('shows the messages as text, with their sources', async () => {
    const state = freshStart();
    const html = '<img src=x onerror=alert(1)> **bold**';
    addConversation(state.tenants[0]!, { user_name: 'Eve' }, 1, [html, 'Within 30 days. [1]']);
    const { user } = renderApp('/conversations', state);
    await user.click(await screen.findByRole('link', { name: /Eve/ }));
    const messages = await screen.findByRole('list', { name: 'Messages' });
    expect(await within(messages).findByText(html)).toBeVisible();
    expect(within(messages).queryByRole('img')).toBeNull();
    const sources = within(messages).getByRole('list', { name: 'Sources' });
    expect(sources).toHaveTextContent('Handbook.pdf · page 3');
    await expectAccessible();
  });

  it('searches and says when nothing is found', async () => {
    const { user } = renderApp('/conversations');
    await screen.findByText('Anonymous visitor');
    const search = screen.getByRole('searchbox', { name: 'Search the conversations' });
    await user.type(search, 'tent');
    await waitFor(() => expect(screen.queryByText('Anonymous visitor')).toBeNull());
    expect(screen.getByRole('link', { name: /Tomás/ })).toBeVisible();
    await user.type(search, 'acle');
    expect(await screen.findByText(/No conversation contains “tentacle”/)).toBeVisible();
  });

  it('loads older ones on request', async () => {
    const state = freshStart();
    for (let number = 0; number < 35; number++) {
      addConversation(state.tenants[0]!, { user_name: `Visitor ${number}` }, number, ['Hi']);
    }
    const { user } = renderApp('/conversations', state);
    await screen.findByText('Visitor 29');
    expect(screen.queryByText('Visitor 30')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(await screen.findByText('Visitor 34')).toBeVisible();
  });

  it('deletes after a question and goes back to the list', async () => {
    const { user, state } = renderApp('/conversations');
    await user.click(await screen.findByRole('link', { name: /Tomás/ }));
    await user.click(await screen.findByRole('button', { name: 'Delete the conversation' }));
    await user.click(await screen.findByRole('button', { name: 'Delete conversation' }));
    await waitFor(() => expect(screen.queryByText('Tomás')).toBeNull());
    expect(location.hash).toBe('#/conversations');
    expect(state.tenants[0]?.conversations).toHaveLength(2);
  });

  it('says how conversations come about while there are none', async () => {
    renderApp('/conversations', freshStart());
    expect(await screen.findByText('No conversations yet')).toBeVisible();
    await expectAccessible();
  });
});
