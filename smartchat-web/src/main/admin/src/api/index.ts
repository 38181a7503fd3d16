import { chatApi } from './chat';
import type { Http } from './http';
import { knowledgeApi } from './knowledge';
import { llmApi } from './llm';
import { usageApi } from './usage';
import { widgetApi } from './widget';

/** Everything that belongs to one tenant. */
export function tenantScopedApi(http: Http) {
  return {
    llm: llmApi(http),
    knowledge: knowledgeApi(http),
    widget: widgetApi(http),
    chat: chatApi(http),
    usage: usageApi(http),
  };
}

export type TenantScopedApi = ReturnType<typeof tenantScopedApi>;
