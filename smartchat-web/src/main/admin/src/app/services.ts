import type { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { tenantScopedApi, type TenantScopedApi } from '../api';
import { createCsrfStore } from '../api/csrf';
import { createHttp } from '../api/http';
import { identityApi } from '../api/identity';
import { tenantApi } from '../api/tenant';

export const sessionKey = ['session'] as const;

export interface Services {
  identity: ReturnType<typeof identityApi>;
  tenants: ReturnType<typeof tenantApi>;
  forTenant(tenantId: string): TenantScopedApi;
}

export function createServices(queryClient: QueryClient): Services {
  const csrf = createCsrfStore();
  // Without a session the app shows the sign-in in place; the address, and so the screen, is kept.
  const onUnauthorized = () => {
    csrf.set(null);
    queryClient.setQueryData(sessionKey, null);
  };
  const http = createHttp({ csrf, onUnauthorized });
  return {
    identity: identityApi(http, csrf),
    tenants: tenantApi(http),
    forTenant: (tenantId) => tenantScopedApi(createHttp({ csrf, onUnauthorized, tenantId })),
  };
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesContext above it');
  return services;
}
