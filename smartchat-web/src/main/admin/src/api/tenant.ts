import type { Http } from './http';
import { allPages } from './pages';

export interface Tenant {
  id: string;
  name: string;
  api_key_preview: string;
  created_at: string;
}

export interface NewTenant {
  id: string;
  name: string;
  api_key: string;
  created_at: string;
}

export function tenantApi(http: Http) {
  return {
    list: (signal?: AbortSignal) => allPages<'tenants', Tenant>(http, 'tenants', 'tenants', signal),
    create: (name: string) => http.post<NewTenant>('tenants', { name }),
    rename: (id: string, name: string) => http.put<unknown>(`tenants/${id}`, { name }),
    remove: (id: string) => http.delete(`tenants/${id}`),
    /** The old key goes on working for graceSeconds. */
    regenerateKey: (id: string, graceSeconds: number) =>
      http.post<{ api_key: string }>(`tenants/${id}/regenerate-key`, {
        grace_seconds: graceSeconds,
      }),
  };
}
