import type { Http } from './http';

export type Provider = 'builtin' | 'openai' | 'ollama';
export type Grounding = 'off' | 'prefer' | 'strict';

export interface LlmConfig {
  configured: boolean;
  provider: Provider;
  api_key_set: boolean;
  api_key_preview: string | null;
  base_url: string | null;
  model: string | null;
  temperature: number | null;
  max_tokens: number | null;
  system_prompt: string | null;
  grounding: Grounding;
  /** Said when strict answers find nothing; null for SmartChat's own sentence. */
  no_answer_text: string | null;
  fallback_provider: Provider | null;
  fallback_api_key_set: boolean;
  fallback_api_key_preview: string | null;
  fallback_base_url: string | null;
  fallback_model: string | null;
  last_error: LlmError | null;
}

/** What the model server said when it last failed. */
export interface LlmError {
  at: string;
  code: string;
  message: string;
}

/** A missing field is left as it is, so is an empty api_key; null goes back to the default. */
export interface LlmConfigChange {
  provider?: Provider;
  api_key?: string | null;
  base_url?: string;
  model?: string;
  temperature?: number | null;
  max_tokens?: number | null;
  system_prompt?: string;
  grounding?: Grounding;
  no_answer_text?: string;
  /** An empty one takes the fallback away. */
  fallback_provider?: Provider | '';
  fallback_api_key?: string | null;
  fallback_base_url?: string;
  fallback_model?: string;
}

export interface TestOutcome {
  success: boolean;
  message: string;
  latency_ms: number | null;
}

export interface LlmTestResult extends TestOutcome {
  fallback: TestOutcome | null;
}

export function llmApi(http: Http) {
  return {
    config: (signal?: AbortSignal) => http.get<LlmConfig>('llm/config', {}, signal),
    save: (change: LlmConfigChange) => http.put<LlmConfig>('llm/config', change),
    test: (change: LlmConfigChange) => http.post<LlmTestResult>('llm/test', change),
    async models(provider: Provider, baseUrl: string, signal?: AbortSignal): Promise<string[]> {
      const query = { provider, base_url: baseUrl };
      return (await http.get<{ models: string[] }>('llm/models', query, signal)).models;
    },
  };
}
