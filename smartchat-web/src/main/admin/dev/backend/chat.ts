import { noContent, notFound, ok } from './exchange';
import { page, type Routes, type TenantScope } from './routing';

export const chatRoutes: Routes<TenantScope> = {
  'GET conversations': (call, { tenant }) => {
    const query = (call.query.get('query') ?? '').toLowerCase();
    const found = tenant.conversations.filter((conversation) => {
      const said = (tenant.messages.get(conversation.id) ?? []).map((message) => message.content);
      return [conversation.user_name ?? '', ...said].some((text) =>
        text.toLowerCase().includes(query),
      );
    });
    return ok(page('conversations', found, call));
  },
  'GET conversations/*/messages': (call, { tenant }, id) => {
    const messages = tenant.messages.get(id);
    return messages ? ok(page('messages', messages, call)) : notFound;
  },
  'GET conversations/*/messages/*/evidence': (call, { tenant }) => {
    const evidence = tenant.evidence.get(call.path.split('/')[3] ?? '');
    return evidence ? ok(evidence) : notFound;
  },
  'DELETE conversations/*': (_, { tenant }, id) => {
    tenant.conversations = tenant.conversations.filter((each) => each.id !== id);
    tenant.messages.delete(id);
    return noContent;
  },
};
