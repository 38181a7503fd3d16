import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { busyShop } from '../../../dev/backend/seed';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';

function withOpenAi() {
  const state = busyShop();
  Object.assign(state.tenants[0]!.llm, {
    provider: 'openai',
    base_url: null,
    model: 'gpt-4o-mini',
    api_key_set: true,
    api_key_preview: 'sk-...9f2b',
    temperature: 0,
  });
  return state;
}

describe('the model screen', () => {
  it('says that the built-in provider has no language model', async () => {
    renderApp('/model');
    expect(await screen.findByRole('radio', { name: 'Built-in' })).toBeChecked();
    expect(screen.getByText(/no language model/)).toBeVisible();
    expect(screen.queryByLabelText('Address')).toBeNull();
    await expectAccessible();
  });

  it('saves a model picked from the list of the server', async () => {
    const { user, requests, state } = renderApp('/model');
    await user.click(await screen.findByRole('radio', { name: 'Ollama' }));
    await user.click(screen.getByRole('combobox', { name: 'Model' }));
    await user.click(await screen.findByRole('option', { name: 'mistral-small' }));
    await user.click(screen.getByRole('radio', { name: 'First of all' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.tenants[0]?.llm.model).toBe('mistral-small'));
    expect(requests('PUT', 'llm/config')[0]?.body).toEqual({
      provider: 'ollama',
      base_url: '',
      model: 'mistral-small',
      temperature: null,
      max_tokens: null,
      system_prompt: '',
      grounding: 'prefer',
      no_answer_text: '',
      fallback_provider: '',
    });
    const [models] = requests('GET', 'llm/models');
    expect(models?.query.get('base_url')).toBe('http://localhost:11434');
    await expectAccessible();
  });

  it('takes a typed name when the list cannot be loaded, and says why', async () => {
    const state = { ...withOpenAi(), models: null };
    const { user } = renderApp('/model', state);
    const box = await screen.findByRole('combobox', { name: 'Model' });
    await user.clear(box);
    await user.type(box, 'my-own-model');
    await waitFor(() => expect(box).toHaveAccessibleDescription(/Nothing answers at this address/));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.tenants[0]?.llm.model).toBe('my-own-model'));
  });

  it('keeps the stored key unless a new one is typed, and a temperature of 0', async () => {
    const { user, requests } = renderApp('/model', withOpenAi());
    expect(await screen.findByPlaceholderText('sk-...9f2b is stored')).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(requests('PUT', 'llm/config')).toHaveLength(1));
    expect(requests('PUT', 'llm/config')[0]?.body).not.toHaveProperty('api_key');
    expect(requests('PUT', 'llm/config')[0]?.body.temperature).toBe(0);

    await user.type(screen.getByLabelText(/^Key/), 'sk-fresh-1234');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(requests('PUT', 'llm/config')[1]?.body.api_key).toBe('sk-fresh-1234'),
    );
    await waitFor(() => expect(screen.getByLabelText(/^Key/)).toHaveValue(''));
  });

  it('leaves the stored key behind when the server changes, and says so', async () => {
    const state = withOpenAi();
    const { user, requests } = renderApp('/model', state);
    await user.type(await screen.findByLabelText('Address'), 'https://llm.example/v1');
    expect(screen.getByLabelText(/^Key/)).toHaveAccessibleDescription(/isn’t sent to another/);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.tenants[0]?.llm.api_key_set).toBe(false));
    expect(requests('PUT', 'llm/config')[0]?.body.api_key).toBeNull();
  });

  it('can go from a keyed server to Ollama', async () => {
    const state = withOpenAi();
    const { user } = renderApp('/model', state);
    await user.click(await screen.findByRole('radio', { name: 'Ollama' }));
    await user.type(screen.getByRole('combobox', { name: 'Model' }), 'llama3.2');
    await user.clear(screen.getByLabelText(/^Temperature/));
    await user.type(screen.getByLabelText(/^Temperature/), '0.25');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.tenants[0]?.llm.provider).toBe('ollama'));
    expect(state.tenants[0]?.llm).toMatchObject({ api_key_set: false, temperature: 0.25 });
  });

  it('tests what is filled in and shows the outcome with its time', async () => {
    const { user } = renderApp('/model', withOpenAi());
    await user.click(await screen.findByRole('button', { name: 'Test' }));
    expect(await screen.findByText('412 ms')).toBeVisible();
    const address = screen.getByLabelText('Address');
    await user.clear(address);
    await user.type(address, 'http://unreachable:1/v1');
    expect(screen.queryByText('412 ms')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Test' }));
    expect(await screen.findByText(/refused the connection/)).toBeVisible();
  });

  it('shows what the server finds wrong at the field', async () => {
    const { user } = renderApp('/model');
    await user.click(await screen.findByRole('radio', { name: 'OpenAI or compatible' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const box = screen.getByRole('combobox', { name: 'Model' });
    await waitFor(() => expect(box).toBeInvalid());
    expect(box).toHaveAccessibleDescription(/Name the model/);
  });

  it('words what is said without an answer, for the built-in provider too', async () => {
    const { user, requests } = renderApp('/model');
    await user.type(
      await screen.findByLabelText(/^When the documents have no answer/),
      'Please call us.',
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(requests('PUT', 'llm/config')[0]?.body).toEqual({
        provider: 'builtin',
        no_answer_text: 'Please call us.',
      }),
    );
  });

  it('sets a fallback with a key of its own, and tests both', async () => {
    const state = withOpenAi();
    const { user, requests } = renderApp('/model', state);
    await user.selectOptions(await screen.findByLabelText('When it can’t be reached'), 'openai');
    await user.type(screen.getByLabelText('Fallback address'), 'https://spare.example/v1');
    await user.type(screen.getByLabelText(/^Fallback key/), 'sk-spare-1');
    await user.type(screen.getByRole('combobox', { name: 'Fallback model' }), 'spare');
    await user.click(screen.getByRole('button', { name: 'Test' }));
    expect(await screen.findByText('The fallback doesn’t work yet.')).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.tenants[0]?.llm.fallback_api_key_set).toBe(true));
    expect(requests('PUT', 'llm/config')[0]?.body).toMatchObject({
      fallback_provider: 'openai',
      fallback_base_url: 'https://spare.example/v1',
      fallback_api_key: 'sk-spare-1',
      fallback_model: 'spare',
    });
    await waitFor(() => expect(screen.getByLabelText(/^Fallback key/)).toHaveValue(''));
  });

  it('can quote the documents as a fallback, which needs no server', async () => {
    const state = withOpenAi();
    const { user } = renderApp('/model', state);
    await user.selectOptions(await screen.findByLabelText('When it can’t be reached'), 'builtin');
    expect(screen.queryByLabelText('Fallback address')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.tenants[0]?.llm.fallback_provider).toBe('builtin'));
  });

  it('shows what the model server said when it last failed', async () => {
    const state = withOpenAi();
    state.tenants[0]!.llm.last_error = {
      at: new Date().toISOString(),
      code: 'llm_unavailable',
      message: 'https://api.openai.com/v1 answered 401: no such key',
    };
    renderApp('/model', state);
    const note = await screen.findByRole('note', { name: 'Last failure' });
    expect(note).toHaveTextContent('answered 401: no such key');
    await expectAccessible();
  });
});
