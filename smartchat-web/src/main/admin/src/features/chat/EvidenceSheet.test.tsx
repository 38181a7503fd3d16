import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../api/evidence';
import { addConversation, freshStart } from '../../../dev/backend/seed';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';

async function ask(change: (evidence: Evidence) => void, answer = 'Within 30 days. [1]') {
  const state = freshStart();
  const tenant = state.tenants[0]!;
  addConversation(tenant, { user_name: 'Eve' }, 1, ['How long?', answer]);
  for (const evidence of tenant.evidence.values()) change(evidence);
  const { user } = renderApp('/conversations', state);
  await user.click(await screen.findByRole('link', { name: /Eve/ }));
  await user.click(await screen.findByRole('button', { name: 'Why this answer?' }));
  return { user, sheet: await screen.findByRole('dialog', { name: 'Why this answer?' }) };
}

describe('why this answer', () => {
  it('says who answered, from which passages and how long it took', async () => {
    const { sheet } = await ask(() => undefined);
    expect(await within(sheet).findByText('gpt-4o-mini answered, through openai.')).toBeVisible();
    const passages = within(sheet).getByRole('list', { name: 'Passages' });
    expect(passages).toHaveTextContent('Handbook.pdf, page 3');
    expect(passages).toHaveTextContent('Score 0.72: meaning 0.80, words 0.54');
    expect(sheet).toHaveTextContent('first word after 620 ms, whole answer after 1.8 s');
    await expectAccessible();
  });

  it('says that no model was asked where nothing was found', async () => {
    const { sheet } = await ask(() => undefined, 'I don’t know.');
    expect(await within(sheet).findByText('No model was asked.')).toBeVisible();
    expect(sheet).toHaveTextContent('SmartChat said that it does not know.');
    expect(sheet).toHaveTextContent('No passage has anything to do with the question.');
  });

  it('shows what was looked up, what was marked and what was taken out', async () => {
    const { user, sheet } = await ask((evidence) => {
      evidence.tool_calls = [
        {
          round: 1,
          name: 'find_orders',
          arguments: '{"state":"<b>open</b>"}',
          status: 'done',
          row_count: 1,
          executed: '{"sql":"select 1"}',
          result: 'one',
          elapsed_ms: 12,
        },
      ];
      evidence.unsupported = ['It floats.'];
      evidence.citations_removed = ['[7]'];
    });
    const lookups = await within(sheet).findByRole('list', { name: 'Lookups' });
    expect(lookups).toHaveTextContent('find_orders');
    expect(lookups).toHaveTextContent('1 row in 12 ms');
    await user.click(within(lookups).getByText('What was asked and what ran'));
    expect(within(lookups).getByText('{"state":"<b>open</b>"}')).toBeVisible();
    expect(within(sheet).getByText('It floats.')).toBeVisible();
    expect(sheet).toHaveTextContent('passages it was not given: [7]');
    await expectAccessible();
  });

  it('says so where no record is kept', async () => {
    const state = freshStart();
    addConversation(state.tenants[0]!, { user_name: 'Eve' }, 1, ['How long?', 'Long.']);
    state.tenants[0]!.evidence.clear();
    const { user } = renderApp('/conversations', state);
    await user.click(await screen.findByRole('link', { name: /Eve/ }));
    await user.click(await screen.findByRole('button', { name: 'Why this answer?' }));
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  it('is not asked of a question', async () => {
    const state = freshStart();
    addConversation(state.tenants[0]!, { user_name: 'Eve' }, 1, ['How long?']);
    const { user } = renderApp('/conversations', state);
    await user.click(await screen.findByRole('link', { name: /Eve/ }));
    await screen.findByText('How long?');
    expect(screen.queryByRole('button', { name: 'Why this answer?' })).toBeNull();
  });
});
