import type { Message } from '../../src/api/chat';
import type { Chunk, Source, SourceStatus } from '../../src/api/knowledge';
import { evidenceOf } from './evidence';
import { emptyState, newId, newTenant, type State, type TenantState } from './state';

const HOUR = 3600_000;
const before = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

export const ACCOUNT = { email: 'owner@alpenglow.example', password: 'correct horse battery' };

/** A shop in full operation, for screenshots. */
export function busyShop(): State {
  const shop = newTenant('Alpenglow Outdoor', before(700));
  const second = newTenant('Alpenglow B2B', before(40));
  addDocuments(shop);
  addConversations(shop);
  shop.widget.suggested_questions = [
    'How long do I have to return an order?',
    'Do you ship to Norway?',
  ];
  shop.widget.title = 'Ask Alpenglow';
  Object.assign(shop.today, {
    messages: 57,
    prompt_tokens: 41_130,
    completion_tokens: 7_080,
    refused: 3,
  });
  return { ...emptyState(), account: ACCOUNT, csrfToken: 'csrf-1', tenants: [shop, second] };
}

/** Right after set-up: one tenant and nothing else. */
export function freshStart(): State {
  const tenants = [newTenant('Default')];
  return { ...emptyState(), account: ACCOUNT, csrfToken: 'csrf-1', tenants };
}

export function addSource(
  tenant: TenantState,
  filename: string,
  status: SourceStatus,
  rest: Partial<Source> = {},
  texts: string[] = [],
): Source {
  const source: Source = {
    id: newId(),
    filename,
    source_type: filename.split('.').at(-1) ?? '',
    size_bytes: 184_320,
    status,
    progress: status === 'ready' ? 100 : null,
    error: null,
    chunk_count: texts.length,
    page_count: null,
    created_at: before(30),
    updated_at: before(29),
    ...rest,
  };
  let offset = 0;
  const chunks = texts.map<Chunk>((text, index) => {
    const start = offset;
    offset += text.length;
    const page = source.page_count ? index + 3 : null;
    return { id: index + 1, page, start, end: offset, text };
  });
  tenant.sources.push(source);
  tenant.chunks.set(source.id, chunks);
  tenant.contents.set(source.id, texts.join('\n') || filename);
  return source;
}

function addDocuments(shop: TenantState): void {
  addSource(
    shop,
    'Terms and returns 2025.pdf',
    'ready',
    { page_count: 14, created_at: before(2) },
    [
      'You may return any order within 30 days of delivery. The goods must be unused and in their original packaging. For boots that were worn outdoors we offer an exchange instead.',
      'We refund the purchase price within 5 working days after the parcel has reached our warehouse, by the means of payment you used for the order.',
      'Return shipping is free within the European Union. From Norway and Switzerland, please use the prepaid label that came with your order.',
    ],
  );
  addSource(
    shop,
    'Price list spring.csv',
    'ready',
    { size_bytes: 38_912, created_at: before(26) },
    [
      'article: Ridge 45 backpack | price: 189.00 EUR | colour: moss | stock: 41',
      'article: Summit tent 2P | price: 449.00 EUR | colour: orange | stock: 8',
    ],
  );
  addSource(shop, 'Care instructions.txt', 'processing', { progress: 64, size_bytes: 12_400 });
  addSource(shop, 'Warranty leaflet (scan).pdf', 'failed', {
    size_bytes: 2_411_724,
    created_at: before(50),
    error:
      'There is no text in it: it seems to be scanned images. Run text recognition on it first.',
  });
}

function addConversations(shop: TenantState): void {
  addConversation(shop, { user_id: 'c-118', user_name: 'Ingrid Solheim', verified: true }, 0.2, [
    'How long do I have to return an order?',
    'You may return any order within 30 days of delivery. The goods must be unused and in their original packaging. [1]',
    'And who pays for the parcel from Norway?',
    'From Norway, please use the prepaid label that came with your order. [1]',
  ]);
  addConversation(shop, { user_name: 'Tomás', user_email: 'tomas@mail.example' }, 5, [
    'Is the Summit tent in stock?',
    'Yes: 8 pieces of the Summit tent 2P are in stock, at 449.00 EUR. [1]',
  ]);
  addConversation(shop, {}, 29, [
    'can i wash the sleeping bag',
    'I don’t know that from the documents I have. Please write to our service team.',
  ]);
}

export function addConversation(
  tenant: TenantState,
  visitor: { user_id?: string; user_name?: string; user_email?: string; verified?: boolean },
  hoursAgo: number,
  texts: string[],
): string {
  const id = newId();
  tenant.conversations.push({
    id,
    session_id: `session-${id}`,
    user_id: visitor.user_id ?? null,
    user_name: visitor.user_name ?? null,
    user_email: visitor.user_email ?? null,
    verified: visitor.verified ?? false,
    started_at: before(hoursAgo + 0.1),
    last_message_at: before(hoursAgo),
    message_count: texts.length,
  });
  const messages = texts.map<Message>((content, index) => ({
    id: newId(),
    role: index % 2 ? 'assistant' : 'user',
    content,
    sources: content.includes('[1]') ? [citation(tenant)] : null,
    created_at: before(hoursAgo),
    status: 'complete',
  }));
  tenant.messages.set(id, messages);
  for (const [index, answer] of messages.entries()) {
    const question = messages[index - 1]?.content ?? '';
    if (answer.role === 'assistant') {
      tenant.evidence.set(answer.id, evidenceOf(answer.id, question, answer.sources ?? []));
    }
  }
  return id;
}

function citation(tenant: TenantState) {
  const source = tenant.sources[0];
  return {
    n: 1,
    source_id: source?.id ?? '',
    filename: source?.filename ?? 'Handbook.pdf',
    page: 3,
    snippet: 'You may return any order within 30 days of delivery.',
  };
}
