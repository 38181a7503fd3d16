import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { TenantScopedApi } from '../api';
import type { Tenant } from '../api/tenant';
import { ErrorNote } from '../ui/ErrorNote';
import { Skeleton } from '../ui/Skeleton';
import { useServices } from './services';
import { remembered } from './remembered';

export const tenantsKey = ['tenants'] as const;

interface TenantsValue {
  tenants: readonly Tenant[];
  /** The one chosen in the switcher; null while there is none at all. */
  current: Tenant | null;
  choose(id: string): void;
  /** To be awaited after a change, so that the switcher and the list agree with the server. */
  refresh(): Promise<void>;
}

const TenantsContext = createContext<TenantsValue | null>(null);
const choice = remembered('smartchat.tenant');

export function TenantsProvider({ children }: { children: ReactNode }) {
  const { tenants: api } = useServices();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(() => choice.get());
  const query = useQuery({ queryKey: tenantsKey, queryFn: ({ signal }) => api.list(signal) });
  const tenants = query.data;
  const value = useMemo<TenantsValue | null>(() => {
    if (!tenants) return null;
    return {
      tenants,
      current: tenants.find((tenant) => tenant.id === chosen) ?? tenants[0] ?? null,
      choose(id) {
        choice.set(id);
        setChosen(id);
      },
      refresh: () => queryClient.invalidateQueries({ queryKey: tenantsKey }),
    };
  }, [tenants, chosen, queryClient]);

  if (value) return <TenantsContext value={value}>{children}</TenantsContext>;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={5} label="Loading" />;
}

export function useTenants(): TenantsValue {
  const value = use(TenantsContext);
  if (!value) throw new Error('useTenants needs a TenantsProvider above it');
  return value;
}

const ScopeContext = createContext<{ tenant: Tenant; api: TenantScopedApi } | null>(null);

/** Gives a screen the current tenant and its API, and starts it afresh when the tenant changes. */
export function TenantScope({ tenant, children }: { tenant: Tenant; children: ReactNode }) {
  const services = useServices();
  const value = useMemo(() => ({ tenant, api: services.forTenant(tenant.id) }), [services, tenant]);
  return (
    <ScopeContext key={tenant.id} value={value}>
      {children}
    </ScopeContext>
  );
}

export function useTenantScope() {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('useTenantScope needs a TenantScope above it');
  return scope;
}
