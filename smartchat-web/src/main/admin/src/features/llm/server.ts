import type { LlmConfig, Provider } from '../../api/llm';

/** One server's fields while they are typed. */
export interface ServerDraft {
  provider: Provider;
  baseUrl: string;
  apiKey: string;
  model: string;
}

/** What is stored of a server, its key by its preview only. */
export interface SavedServer {
  provider: Provider;
  baseUrl: string | null;
  keySet: boolean;
  keyPreview: string | null;
}

interface ServerChange {
  base_url: string;
  model: string;
  api_key?: string | null;
}

/** Where a provider is asked when no address is set. */
export const DEFAULT_BASE_URL: Record<Provider, string> = {
  builtin: '',
  openai: 'https://api.openai.com/v1',
  ollama: 'http://localhost:11434',
};

export function savedServer(config: LlmConfig): SavedServer {
  return {
    provider: config.provider,
    baseUrl: config.base_url,
    keySet: config.api_key_set,
    keyPreview: config.api_key_preview,
  };
}

export function savedFallback(config: LlmConfig): SavedServer {
  return {
    provider: config.fallback_provider ?? 'builtin',
    baseUrl: config.fallback_base_url,
    keySet: config.fallback_api_key_set,
    keyPreview: config.fallback_api_key_preview,
  };
}

export function addressOf({
  provider,
  baseUrl,
}: Pick<ServerDraft, 'provider' | 'baseUrl'>): string {
  return baseUrl.trim() || DEFAULT_BASE_URL[provider];
}

/** Whether the draft asks another server than the one the stored key was given for. */
export function leavesKeyBehind(draft: ServerDraft, saved: SavedServer): boolean {
  if (!saved.keySet || draft.provider === 'builtin') return false;
  const before = saved.baseUrl || DEFAULT_BASE_URL[saved.provider] || DEFAULT_BASE_URL.openai;
  return originOf(before) !== originOf(addressOf(draft));
}

export function changeOfServer(draft: ServerDraft, saved: SavedServer): ServerChange {
  const change: ServerChange = { base_url: draft.baseUrl.trim(), model: draft.model.trim() };
  const apiKey = draft.apiKey.trim();
  if (apiKey) change.api_key = apiKey;
  // The server refuses to carry a key over to another address; without a new one, it is dropped.
  else if (leavesKeyBehind(draft, saved)) change.api_key = null;
  return change;
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}
