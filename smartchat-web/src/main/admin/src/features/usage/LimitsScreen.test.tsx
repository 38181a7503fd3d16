import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { busyShop } from '../../../dev/backend/seed';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';

function withBudget(budget: number) {
  const state = busyShop();
  state.tenants[0]!.limits.daily_tokens = budget;
  return state;
}

const tokens = () => screen.findByRole('spinbutton', { name: /Tokens a day/ });

describe('the limits screen', () => {
  it('shows the limits and what today has taken', async () => {
    renderApp('/limits');
    expect(await screen.findByLabelText('Messages a minute from one visitor')).toHaveValue(20);
    expect(screen.getByLabelText('Messages a minute from one address')).toHaveValue(120);
    expect(screen.getByLabelText('Messages a minute from all visitors')).toHaveValue(600);
    expect(await tokens()).toHaveValue(null);
    expect(screen.getByText('Turned away').nextSibling).toHaveTextContent('3');
    expect(screen.queryByRole('progressbar')).toBeNull();
    await expectAccessible();
  });

  it('shows today’s use against the budget', async () => {
    renderApp('/limits', withBudget(100_000));
    expect(await screen.findByText('48,210 of 100,000 tokens are used.')).toBeVisible();
    const meter = screen.getByRole('progressbar', { name: 'Tokens used of today’s budget' });
    expect(meter).toHaveAttribute('aria-valuenow', '48');
    await expectAccessible();
  });

  it('says what visitors are told when the budget is used up', async () => {
    renderApp('/limits', withBudget(40_000));
    expect(
      await screen.findByText(/come back tomorrow\.$/, { selector: 'p:not([id])' }),
    ).toBeVisible();
  });

  it('saves all four, and no budget where none is given', async () => {
    const { user, requests, state } = renderApp('/limits', withBudget(100_000));
    const visitor = await screen.findByLabelText('Messages a minute from one visitor');
    await user.clear(visitor);
    await user.type(visitor, '5');
    await user.clear(await tokens());
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.tenants[0]?.limits.visitor_messages_per_minute).toBe(5));
    expect(requests('PUT', 'limits')[0]?.body).toEqual({
      messages_per_minute: 600,
      visitor_messages_per_minute: 5,
      address_messages_per_minute: 120,
      daily_tokens: null,
    });
    expect(await screen.findByText('The limits are saved.')).toBeVisible();
    await expectAccessible();
  });

  it('shows at a field what the server finds wrong with it', async () => {
    const { user } = renderApp('/limits');
    const all = await screen.findByLabelText('Messages a minute from all visitors');
    await user.clear(all);
    await user.type(all, '1000001');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(all).toHaveAccessibleDescription(/Allow 1 to 1,000,000 messages/));
    expect(all).toBeInvalid();
    await expectAccessible();
  });
});
