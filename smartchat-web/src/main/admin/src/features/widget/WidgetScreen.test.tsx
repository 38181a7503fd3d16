import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';
import { readableOn } from './settings';

describe('the widget screen', () => {
  it('saves the settings without empty lines', async () => {
    const { user, state } = renderApp('/widget');
    const title = await screen.findByLabelText('Title');
    await user.clear(title);
    await user.type(title, 'Ask us');
    await user.click(screen.getByRole('button', { name: 'Add a website' }));
    await user.type(screen.getByLabelText('Website 1'), 'https://alpenglow.example{Enter}');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(state.tenants[0]?.widget.title).toBe('Ask us'));
    expect(state.tenants[0]?.widget.allowed_domains).toEqual(['https://alpenglow.example']);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save changes' })).toBeDisabled(),
    );
    await expectAccessible();
  });

  it('previews what is typed before it is saved', async () => {
    const { user, state } = renderApp('/widget');
    await user.type(await screen.findByLabelText('Greeting'), ' Really anything.');
    const preview = screen.getByRole('figure', { name: 'Preview of the widget' });
    expect(preview).toHaveTextContent('Ask me anything about our products and services. Really');
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(preview).not.toHaveTextContent('Really');
    expect(state.tenants[0]?.widget.greeting).not.toContain('Really');
  });

  it('warns that an empty list of websites lets anyone use the key', async () => {
    const { user } = renderApp('/widget');
    expect(await screen.findByText(/any website can use your key/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add a website' }));
    await user.type(screen.getByLabelText('Website 1'), 'https://a.example');
    expect(screen.queryByText(/any website can use your key/)).toBeNull();
  });

  it('adds and removes suggested questions from the keyboard', async () => {
    const { user } = renderApp('/widget');
    await user.click(await screen.findByLabelText('Question 1'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Question 2')).toHaveFocus());
    expect(screen.getByLabelText('Question 3')).toHaveValue('Do you ship to Norway?');
    await user.click(screen.getByRole('button', { name: 'Remove question 1' }));
    expect(screen.getByLabelText('Question 2')).toHaveValue('Do you ship to Norway?');
  });

  it('shows what the server finds wrong with the websites', async () => {
    const { user } = renderApp('/widget');
    await user.click(await screen.findByRole('button', { name: 'Add a website' }));
    await user.type(screen.getByLabelText('Website 1'), 'my shop');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('An address has no spaces in it.')).toBeVisible();
  });

  it('shows the embed code of the server', async () => {
    renderApp('/widget');
    expect(await screen.findByLabelText('Embed code')).toHaveTextContent('YOUR_TENANT_API_KEY');
  });

  it.each([
    ['#ffffff', '#000000'],
    ['#facc15', '#000000'],
    ['#0f766e', '#ffffff'],
    ['not a colour', '#ffffff'],
  ])('writes readably on %s', (color, text) => {
    expect(readableOn(color)).toBe(text);
  });
});
