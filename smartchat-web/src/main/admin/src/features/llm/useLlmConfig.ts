import { useQuery } from '@tanstack/react-query';
import { useTenantScope } from '../../app/tenants';

export const llmConfigKey = (tenantId: string) => ['tenant', tenantId, 'llm'] as const;

export function useLlmConfig() {
  const { tenant, api } = useTenantScope();
  return useQuery({
    queryKey: llmConfigKey(tenant.id),
    queryFn: ({ signal }) => api.llm.config(signal),
  });
}
