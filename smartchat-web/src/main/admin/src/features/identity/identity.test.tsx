import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, busyShop } from '../../../dev/backend/seed';
import { emptyState } from '../../../dev/backend/state';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';
import { tokenIn } from './setupToken';

type User = ReturnType<typeof renderApp>['user'];

async function fillIn(user: User, { email, password }: typeof ACCOUNT) {
  await user.type(await screen.findByLabelText('Email'), email);
  await user.type(screen.getByLabelText('Password'), password);
}

const signedOut = () => ({ ...busyShop(), csrfToken: null });

describe('set-up', () => {
  it('makes the account with the token of the link and goes on to the panel', async () => {
    const { user, state } = renderApp('/setup/setup-token-1', emptyState());
    await fillIn(user, ACCOUNT);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Create account and sign in' }));
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeVisible();
    expect(state.account).toEqual(ACCOUNT);
    expect(location.hash).toBe('#/');
  });

  it('takes the whole link in its token field, and says when it is not valid', async () => {
    const { user, requests } = renderApp('/setup', emptyState());
    const link = 'http://localhost:8000/admin/#/setup/old-token';
    await user.type(await screen.findByLabelText('Set-up link or token'), link);
    await fillIn(user, ACCOUNT);
    await user.click(screen.getByRole('button', { name: 'Create account and sign in' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(requests('POST', 'setup')[0]?.body.setup_token).toBe('old-token');
  });

  it('finds the token in what was pasted', () => {
    expect(tokenIn(' abc ')).toBe('abc');
    expect(tokenIn('https://host/admin/#/setup/abc')).toBe('abc');
  });
});

describe('sign-in', () => {
  it('comes up in place and leads back to the screen that was asked for', async () => {
    const { user } = renderApp('/keys', signedOut());
    await fillIn(user, ACCOUNT);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'API keys' })).toBeVisible();
    expect(sessionStorage.getItem('smartchat.csrf')).toBe('csrf-1');
  });

  it('says that the password is wrong, and after too many tries how long to wait', async () => {
    const { user } = renderApp('/', signedOut());
    await fillIn(user, { ...ACCOUNT, password: 'guess' });
    const button = screen.getByRole('button', { name: 'Sign in' });
    await user.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('password is not right');
    for (let tries = 0; tries < 5; tries++) await user.click(button);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('wait 30 seconds'));
  });

  it('is asked for again when the session has ended, on the same screen', async () => {
    const { user, state } = renderApp('/conversations');
    await screen.findByText('Anonymous visitor');
    state.csrfToken = null;
    await user.click(screen.getByRole('link', { name: /Tomás/ }));
    await fillIn(user, ACCOUNT);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/8 pieces of the Summit tent/)).toBeVisible();
  });

  it('ends with the sign-out button', async () => {
    const { user, state } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(state.csrfToken).toBeNull();
    expect(sessionStorage.getItem('smartchat.csrf')).toBeNull();
  });
});
