import type { Grounding, LlmConfig, LlmConfigChange, Provider } from '../../api/llm';

/** The form's state; numbers are text while they are typed, and empty means the default. */
export interface LlmDraft {
  provider: Provider;
  baseUrl: string;
  apiKey: string;
  model: string;
  temperature: string;
  maxTokens: string;
  systemPrompt: string;
  grounding: Grounding;
}

/** Where a provider is asked when no address is set. */
export const DEFAULT_BASE_URL: Record<Provider, string> = {
  builtin: '',
  openai: 'https://api.openai.com/v1',
  ollama: 'http://localhost:11434',
};

export function draftOf(config: LlmConfig): LlmDraft {
  return {
    provider: config.provider,
    baseUrl: config.base_url ?? '',
    apiKey: '',
    model: config.model ?? '',
    temperature: config.temperature?.toString() ?? '',
    maxTokens: config.max_tokens?.toString() ?? '',
    systemPrompt: config.system_prompt ?? '',
    grounding: config.grounding,
  };
}

/** Address and model belong to a provider: a new one starts with its own, not the last one's. */
export function withProvider(draft: LlmDraft, provider: Provider, saved: LlmConfig): LlmDraft {
  const { baseUrl, model } =
    provider === saved.provider ? draftOf(saved) : { baseUrl: '', model: '' };
  return { ...draft, provider, baseUrl, model, apiKey: '' };
}

export function addressOf({ provider, baseUrl }: Pick<LlmDraft, 'provider' | 'baseUrl'>): string {
  return baseUrl.trim() || DEFAULT_BASE_URL[provider];
}

/** Whether the draft asks another server than the one the stored key was given for. */
export function leavesKeyBehind(draft: LlmDraft, saved: LlmConfig): boolean {
  if (!saved.api_key_set || draft.provider === 'builtin') return false;
  const before = saved.base_url || DEFAULT_BASE_URL[saved.provider] || DEFAULT_BASE_URL.openai;
  return originOf(before) !== originOf(addressOf(draft));
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}

export function changeOf(draft: LlmDraft, saved: LlmConfig): LlmConfigChange {
  if (draft.provider === 'builtin') return { provider: 'builtin' };
  const change: LlmConfigChange = {
    provider: draft.provider,
    base_url: draft.baseUrl.trim(),
    model: draft.model.trim(),
    temperature: numberIn(draft.temperature),
    max_tokens: numberIn(draft.maxTokens),
    system_prompt: draft.systemPrompt,
    grounding: draft.grounding,
  };
  const apiKey = draft.apiKey.trim();
  if (apiKey) change.api_key = apiKey;
  // The server refuses to carry a key over to another address; without a new one, it is dropped.
  else if (leavesKeyBehind(draft, saved)) change.api_key = null;
  return change;
}

function numberIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
