import { useInfiniteQuery } from '@tanstack/react-query';
import { useTenantScope } from '../../app/tenants';

export const conversationsKey = (tenantId: string) =>
  ['tenant', tenantId, 'conversations'] as const;

export function useConversations(query: string) {
  const { tenant, api } = useTenantScope();
  return useInfiniteQuery({
    queryKey: [...conversationsKey(tenant.id), 'search', query],
    queryFn: ({ pageParam, signal }) => api.chat.list(query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    // While typing, the last result stays in place instead of flashing the skeleton.
    placeholderData: (previous) => previous,
  });
}
