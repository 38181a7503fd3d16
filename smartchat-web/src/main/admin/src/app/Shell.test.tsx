import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { emptyState } from '../../dev/backend/state';
import { ACCOUNT, busyShop } from '../../dev/backend/seed';
import { expectAccessible } from '../testing/accessible';
import { disconnect } from '../testing/network';
import { renderApp } from '../testing/renderApp';

describe('the shell', () => {
  it('switches the tenant for every screen and remembers the choice', async () => {
    const { user, state, requests } = renderApp('/knowledge');
    await screen.findByText('Price list spring.csv');
    await user.selectOptions(screen.getByLabelText('Tenant'), 'Alpenglow B2B');
    expect(await screen.findByText('No documents yet')).toBeVisible();
    const second = state.tenants[1]?.id;
    expect(requests('GET', 'knowledge').at(-1)?.query.get('tenant_id')).toBe(second);
    expect(localStorage.getItem('smartchat.tenant')).toBe(second);
  });

  it('starts with the remembered tenant', async () => {
    const state = busyShop();
    localStorage.setItem('smartchat.tenant', state.tenants[1]?.id ?? '');
    renderApp('/knowledge', state);
    expect(await screen.findByText('No documents yet')).toBeVisible();
  });

  it('marks the screen one is on and moves the focus to a new one', async () => {
    const { user } = renderApp('/');
    const nav = await screen.findByRole('navigation', { name: 'Main' });
    await user.click(within(nav).getByRole('link', { name: 'Widget' }));
    await screen.findByRole('heading', { name: 'Widget', level: 1 });
    expect(within(nav).getByRole('link', { name: 'Widget' })).toHaveAttribute('aria-current');
    expect(screen.getByRole('main')).toHaveFocus();
    expect(document.title).toBe('Widget · SmartChat admin');
  });

  it('remembers a chosen theme', async () => {
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('smartchat.theme')).toBe('dark');
    await user.click(screen.getByRole('radio', { name: 'Follow the system' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('leads to the keys while there is no tenant', async () => {
    renderApp('/knowledge', { ...emptyState(), account: ACCOUNT, csrfToken: 'csrf-1' });
    expect(await screen.findByRole('link', { name: 'Go to API keys' })).toHaveAttribute(
      'href',
      '#/keys',
    );
    await expectAccessible();
  });

  it('offers to try again when the server does not answer', async () => {
    renderApp('/');
    await screen.findByRole('heading', { name: 'Overview' });
    disconnect();
    location.hash = '/widget';
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('can’t be reached');
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
