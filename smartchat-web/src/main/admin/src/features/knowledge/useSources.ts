import { useQuery } from '@tanstack/react-query';
import type { Source } from '../../api/knowledge';
import { useTenantScope } from '../../app/tenants';

export const sourcesKey = (tenantId: string) => ['tenant', tenantId, 'sources'] as const;

const POLL_MS = 1_500;

export function isUnderWay(source: Source): boolean {
  return source.status === 'pending' || source.status === 'processing';
}

/** The tenant's documents; asked for again and again while one of them is being read. */
export function useSources() {
  const { tenant, api } = useTenantScope();
  return useQuery({
    queryKey: sourcesKey(tenant.id),
    queryFn: ({ signal }) => api.knowledge.list(signal),
    refetchInterval: (query) => (query.state.data?.some(isUnderWay) ? POLL_MS : false),
  });
}
