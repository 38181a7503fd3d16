import type { Grounding, LlmConfig, LlmConfigChange, Provider } from '../../api/llm';

/** The form's state; numbers are text while they are typed. */
export interface LlmDraft {
  provider: Provider;
  baseUrl: string;
  /** Empty means: keep the stored one. */
  apiKey: string;
  model: string;
  temperature: number;
  maxTokens: string;
  systemPrompt: string;
  grounding: Grounding;
}

const DEFAULT_BASE_URL: Record<Provider, string> = {
  builtin: '',
  openai: 'https://api.openai.com/v1',
  ollama: 'http://localhost:11434',
};

export function draftOf(config: LlmConfig): LlmDraft {
  return {
    provider: config.provider,
    baseUrl: config.base_url ?? DEFAULT_BASE_URL[config.provider],
    apiKey: '',
    model: config.model ?? '',
    temperature: config.temperature ?? 0.2,
    maxTokens: String(config.max_tokens ?? 1024),
    systemPrompt: config.system_prompt ?? '',
    grounding: config.grounding,
  };
}

/** Address and model belong to a provider: a new one starts with its own, not the last one's. */
export function withProvider(draft: LlmDraft, provider: Provider, saved: LlmConfig): LlmDraft {
  const { baseUrl, model } =
    provider === saved.provider
      ? draftOf(saved)
      : { baseUrl: DEFAULT_BASE_URL[provider], model: '' };
  return { ...draft, provider, baseUrl, model };
}

export function changeOf(draft: LlmDraft): LlmConfigChange {
  if (draft.provider === 'builtin') return { provider: 'builtin' };
  const change: LlmConfigChange = {
    provider: draft.provider,
    base_url: draft.baseUrl.trim(),
    model: draft.model.trim(),
    temperature: draft.temperature,
    system_prompt: draft.systemPrompt,
    grounding: draft.grounding,
  };
  const maxTokens = Number.parseInt(draft.maxTokens, 10);
  if (Number.isFinite(maxTokens)) change.max_tokens = maxTokens;
  const apiKey = draft.apiKey.trim();
  if (apiKey) change.api_key = apiKey;
  return change;
}
