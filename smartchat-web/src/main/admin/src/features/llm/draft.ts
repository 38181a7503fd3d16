import type { Grounding, LlmConfig, LlmConfigChange, Provider } from '../../api/llm';
import { changeOfServer, savedFallback, savedServer, type ServerDraft } from './server';

/** The form's state; numbers are text while they are typed, and empty means the default. */
export interface LlmDraft extends ServerDraft {
  temperature: string;
  maxTokens: string;
  systemPrompt: string;
  grounding: Grounding;
  noAnswerText: string;
  /** Null for none. */
  fallback: ServerDraft | null;
}

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
    noAnswerText: config.no_answer_text ?? '',
    fallback: config.fallback_provider ? fallbackDraft(config.fallback_provider, config) : null,
  };
}

/** Address and model belong to a provider: a new one starts with its own, not the last one's. */
export function withProvider(draft: LlmDraft, provider: Provider, saved: LlmConfig): LlmDraft {
  const { baseUrl, model } =
    provider === saved.provider ? draftOf(saved) : { baseUrl: '', model: '' };
  return { ...draft, provider, baseUrl, model, apiKey: '' };
}

export function fallbackDraft(provider: Provider, saved: LlmConfig): ServerDraft {
  const same = provider === saved.fallback_provider;
  return {
    provider,
    baseUrl: (same && saved.fallback_base_url) || '',
    apiKey: '',
    model: (same && saved.fallback_model) || '',
  };
}

/** Once they are stored, they are not shown again. */
export function withoutKeys(draft: LlmDraft): LlmDraft {
  return { ...draft, apiKey: '', fallback: draft.fallback && { ...draft.fallback, apiKey: '' } };
}

export function changeOf(draft: LlmDraft, saved: LlmConfig): LlmConfigChange {
  const noAnswerText = draft.noAnswerText.trim();
  if (draft.provider === 'builtin') return { provider: 'builtin', no_answer_text: noAnswerText };
  return {
    provider: draft.provider,
    ...changeOfServer(draft, savedServer(saved)),
    temperature: numberIn(draft.temperature),
    max_tokens: numberIn(draft.maxTokens),
    system_prompt: draft.systemPrompt,
    grounding: draft.grounding,
    no_answer_text: noAnswerText,
    ...changeOfFallback(draft.fallback, saved),
  };
}

function changeOfFallback(draft: ServerDraft | null, saved: LlmConfig): LlmConfigChange {
  if (!draft) return { fallback_provider: '' };
  const { base_url, model, api_key } = changeOfServer(draft, savedFallback(saved));
  return {
    fallback_provider: draft.provider,
    fallback_base_url: base_url,
    fallback_model: model,
    ...(api_key !== undefined && { fallback_api_key: api_key }),
  };
}

function numberIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
