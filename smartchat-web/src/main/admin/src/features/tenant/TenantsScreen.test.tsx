import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';

async function choose(user: ReturnType<typeof renderApp>['user'], action: string) {
  await user.click(await screen.findByRole('button', { name: 'Actions for Alpenglow Outdoor' }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
  return screen.findByRole('dialog');
}

describe('the API keys screen', () => {
  it('shows a new key once, with the tag and the test page', async () => {
    const { user, state } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'New tenant' }));
    await user.type(screen.getByLabelText('Name'), 'Rentals{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'The key of Rentals' });
    const key = state.tenants.at(-1)?.apiKey ?? 'none';
    expect(within(dialog).getByLabelText('API key')).toHaveTextContent(key);
    expect(within(dialog).getByLabelText('Embed code')).toHaveTextContent(
      `<script src="${location.origin}/widget.js" data-api-key="${key}" async></script>`,
    );
    expect(within(dialog).getByRole('link', { name: /test page/ })).toHaveAttribute(
      'href',
      `${location.origin}/test.html?key=${key}`,
    );
    await expectAccessible();

    await user.keyboard('{Escape}');
    expect(dialog).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'I’ve copied it' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(document.body).not.toHaveTextContent(key);
    expect(screen.getByLabelText('Tenant')).toHaveDisplayValue('Rentals');
  });

  it('copies the key', async () => {
    const { user, state } = renderApp('/keys');
    const dialog = await choose(user, 'New key');
    await user.click(within(dialog).getByRole('button', { name: 'Make a new key' }));
    const shown = await screen.findByRole('dialog', { name: /The key of/ });
    const [copy] = within(shown).getAllByRole('button', { name: 'Copy' });
    await user.click(copy!);
    expect(await navigator.clipboard.readText()).toBe(state.tenants[0]?.apiKey);
  });

  it('lets the old key go on for the chosen time', async () => {
    const { user, requests, state } = renderApp('/keys');
    const dialog = await choose(user, 'New key');
    await user.selectOptions(within(dialog).getByLabelText('The old key works'), '0');
    await user.click(within(dialog).getByRole('button', { name: 'Make a new key' }));
    await screen.findByRole('dialog', { name: /The key of/ });
    const [call] = requests('POST', `tenants/${state.tenants[0]?.id}/regenerate-key`);
    expect(call?.body).toEqual({ grace_seconds: 0 });
  });

  it('shows what is wrong with a name at the field', async () => {
    const { user } = renderApp('/keys');
    await user.click(await screen.findByRole('button', { name: 'New tenant' }));
    await user.type(screen.getByLabelText('Name'), 'Alpenglow B2B{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Name')).toBeInvalid());
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/already a tenant/);
  });

  it('renames', async () => {
    const { user } = renderApp('/keys');
    const dialog = await choose(user, 'Rename');
    const input = within(dialog).getByLabelText('Name');
    await user.clear(input);
    await user.type(input, 'Alpenglow{Enter}');
    expect(await screen.findByRole('cell', { name: /^Alpenglow Selected/ })).toBeVisible();
  });

  it('deletes only after the name was typed', async () => {
    const { user, state } = renderApp('/keys');
    const dialog = await choose(user, 'Delete');
    const button = within(dialog).getByRole('button', { name: 'Delete tenant' });
    await user.type(within(dialog).getByRole('textbox'), 'Alpenglow');
    expect(button).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox'), ' Outdoor');
    await user.click(button);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(state.tenants.map((tenant) => tenant.name)).toEqual(['Alpenglow B2B']);
    expect(screen.queryByText('Alpenglow Outdoor')).toBeNull();
    await expectAccessible();
  });
});
