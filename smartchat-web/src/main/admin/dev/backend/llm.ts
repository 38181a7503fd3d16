import type { LlmConfig } from '../../src/api/llm';
import { invalid, ok, problem } from './exchange';
import { text, type Routes, type TenantScope } from './routing';

export const llmRoutes: Routes<TenantScope> = {
  'GET llm/config': (_, { tenant }) => ok(tenant.llm),
  'PUT llm/config': ({ body }, { tenant }) => {
    const { api_key: apiKey, fallback_api_key: fallbackKey, ...rest } = body;
    if (rest.provider !== 'builtin' && !text(rest.model)) {
      return invalid('model', 'Name the model to use.');
    }
    const moves = 'base_url' in rest && (rest.base_url || null) !== tenant.llm.base_url;
    if (tenant.llm.api_key_set && moves && !text(apiKey) && apiKey !== null) {
      return invalid('api_key', 'Enter the API key for the new server.');
    }
    if (apiKey === null) Object.assign(tenant.llm, { api_key_set: false, api_key_preview: null });
    Object.assign(tenant.llm, rest as Partial<LlmConfig>, { configured: true, last_error: null });
    if (rest.fallback_provider === '') tenant.llm.fallback_provider = null;
    if (text(fallbackKey)) tenant.llm.fallback_api_key_set = true;
    if (text(apiKey)) {
      tenant.llm.api_key_set = true;
      tenant.llm.api_key_preview = `${text(apiKey).slice(0, 3)}...${text(apiKey).slice(-4)}`;
    }
    return ok(tenant.llm);
  },
  'POST llm/test': ({ body }) =>
    text(body.base_url).includes('unreachable')
      ? ok({
          success: false,
          message: 'The server refused the connection.',
          latency_ms: null,
          fallback: null,
        })
      : ok({
          success: true,
          message: 'The model answered “Hello!”.',
          latency_ms: 412,
          fallback: text(body.fallback_provider)
            ? { success: false, message: 'No such key.', latency_ms: 95 }
            : null,
        }),
  'GET llm/models': (_, { state }) =>
    state.models
      ? ok({ models: state.models })
      : problem(502, 'upstream_failed', 'Nothing answers at this address.'),
};
