import { useQuery } from '@tanstack/react-query';
import { useTenantScope } from '../../app/tenants';

export const limitsKey = (tenantId: string) => ['tenant', tenantId, 'limits'] as const;

export function useLimits() {
  const { tenant, api } = useTenantScope();
  return useQuery({
    queryKey: limitsKey(tenant.id),
    queryFn: ({ signal }) => api.usage.limits(signal),
  });
}
