import { useQuery } from '@tanstack/react-query';
import { useTenantScope } from '../../app/tenants';

export const widgetConfigKey = (tenantId: string) => ['tenant', tenantId, 'widget'] as const;

export function useWidgetConfig() {
  const { tenant, api } = useTenantScope();
  return useQuery({
    queryKey: widgetConfigKey(tenant.id),
    queryFn: ({ signal }) => api.widget.config(signal),
  });
}
