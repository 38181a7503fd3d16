import { useQuery } from '@tanstack/react-query';
import { useTenantScope } from '../../app/tenants';
import { count } from '../../ui/format';
import { useLlmConfig } from '../llm/useLlmConfig';
import { useSources } from '../knowledge/useSources';
import { conversationsKey } from '../chat/useConversations';
import type { LlmConfig } from '../../api/llm';
import type { Source } from '../../api/knowledge';

export interface Step {
  title: string;
  /** What to do, or once it is done, what there is. */
  text: string;
  done: boolean;
  href: string;
  action: string;
}

/** The way to a working chat, each step judged by what the server really holds. */
export function useProgress() {
  const { tenant, api } = useTenantScope();
  const sources = useSources();
  const llm = useLlmConfig();
  const latest = useQuery({
    queryKey: [...conversationsKey(tenant.id), 'latest'],
    queryFn: ({ signal }) => api.chat.list('', undefined, signal),
  });
  const queries = [sources, llm, latest];
  const failed = queries.find((query) => query.error && !query.data);
  const steps =
    sources.data && llm.data && latest.data
      ? [
          keyStep(tenant.api_key_preview),
          modelStep(llm.data),
          documentStep(sources.data),
          tagStep(latest.data.conversations.length),
        ]
      : null;
  return {
    steps,
    error: failed?.error ?? null,
    retry: () => queries.forEach((query) => query.error && void query.refetch()),
    conversations: latest.data?.conversations ?? null,
  };
}

function keyStep(preview: string): Step {
  return {
    title: 'Make an API key',
    text: preview ? `${preview} is in use.` : 'It tells SmartChat which website is asking.',
    done: Boolean(preview),
    href: '/keys',
    action: preview ? 'Manage keys' : 'Make a key',
  };
}

function modelStep(config: LlmConfig): Step {
  return {
    title: 'Choose a model',
    text: config.configured
      ? config.provider === 'builtin'
        ? 'Built-in: quotes your documents, no language model.'
        : `${config.model ?? 'A model'} writes the answers.`
      : 'The built-in provider works at once; a language model answers in its own words.',
    done: config.configured,
    href: '/model',
    action: config.configured ? 'Change' : 'Choose',
  };
}

function documentStep(sources: readonly Source[]): Step {
  const ready = sources.filter((source) => source.status === 'ready').length;
  const waiting = sources.length > 0 && ready === 0;
  return {
    title: 'Add a document',
    text: ready
      ? `${count(ready, 'document')} ready to answer from.`
      : waiting
        ? 'Your document is not ready yet. See how it is coming along.'
        : 'A handbook, a price list, frequent questions: PDF, TXT or CSV.',
    done: ready > 0,
    href: '/knowledge',
    action: ready ? 'Manage documents' : waiting ? 'See the status' : 'Add a document',
  };
}

function tagStep(conversations: number): Step {
  const done = conversations > 0;
  return {
    title: 'Put the tag on your website',
    text: done
      ? 'The first conversations have come in.'
      : 'One line of HTML. This step is done once somebody has written.',
    done,
    href: done ? '/conversations' : '/widget',
    action: done ? 'Read them' : 'Get the tag',
  };
}
