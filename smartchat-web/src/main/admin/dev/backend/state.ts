import type { Conversation, Message } from '../../src/api/chat';
import type { Evidence } from '../../src/api/evidence';
import type { Chunk, Source } from '../../src/api/knowledge';
import type { LlmConfig } from '../../src/api/llm';
import type { Limits, UsedToday } from '../../src/api/usage';
import type { WidgetSettings } from '../../src/api/widget';

export interface TenantState {
  id: string;
  name: string;
  apiKey: string;
  createdAt: string;
  llm: LlmConfig;
  widget: WidgetSettings;
  sources: Source[];
  chunks: Map<string, Chunk[]>;
  contents: Map<string, string>;
  conversations: Conversation[];
  messages: Map<string, Message[]>;
  limits: Limits;
  today: UsedToday;
  /** By the id of the answer. */
  evidence: Map<string, Evidence>;
}

export interface State {
  setupToken: string | null;
  account: { email: string; password: string } | null;
  csrfToken: string | null;
  failedSignIns: number;
  tenants: TenantState[];
  /** What GET llm/models answers. */
  models: string[] | null;
}

let lastNumber = 0;

export function newId(): string {
  return `00000000-0000-4000-8000-${String(++lastNumber).padStart(12, '0')}`;
}

export function newTenant(name: string, createdAt = new Date().toISOString()): TenantState {
  return {
    id: newId(),
    name,
    apiKey: newApiKey(),
    createdAt,
    llm: {
      configured: true,
      provider: 'builtin',
      api_key_set: false,
      api_key_preview: null,
      base_url: null,
      model: null,
      temperature: null,
      max_tokens: null,
      system_prompt: null,
      grounding: 'strict',
      no_answer_text: null,
      fallback_provider: null,
      fallback_api_key_set: false,
      fallback_api_key_preview: null,
      fallback_base_url: null,
      fallback_model: null,
      last_error: null,
    },
    widget: {
      title: 'How can we help?',
      primary_color: '#0f766e',
      greeting: 'Hello! Ask me anything about our products and services.',
      placeholder: 'Type your question',
      position: 'bottom-right',
      logo_url: '',
      suggested_questions: [],
      language: '',
      theme: 'auto',
      allowed_domains: [],
      show_sources: true,
    },
    sources: [],
    chunks: new Map(),
    contents: new Map(),
    conversations: [],
    messages: new Map(),
    limits: {
      messages_per_minute: 600,
      visitor_messages_per_minute: 20,
      address_messages_per_minute: 120,
      daily_tokens: null,
    },
    today: {
      day: '2026-01-01',
      messages: 0,
      prompt_tokens: 0,
      completion_tokens: 0,
      refused: 0,
    },
    evidence: new Map(),
  };
}

export function newApiKey(): string {
  return `sc_live_${String(++lastNumber).padStart(4, '0')}k3yOfTheMockServer9f2b7c`;
}

export function preview(apiKey: string): string {
  return `${apiKey.slice(0, 12)}...${apiKey.slice(-4)}`;
}

export function emptyState(): State {
  return {
    setupToken: 'setup-token-1',
    account: null,
    csrfToken: null,
    failedSignIns: 0,
    tenants: [],
    models: ['llama3.2', 'mistral-small', 'qwen2.5:14b'],
  };
}
