import { created, invalid, noContent, notFound, ok } from './exchange';
import { page, text, type Routes } from './routing';
import { newApiKey, newTenant, preview, type State } from './state';

function find(state: State, id: string) {
  return state.tenants.find((tenant) => tenant.id === id);
}

export const tenantRoutes: Routes<State> = {
  'GET tenants': (call, { tenants }) =>
    ok(
      page(
        'tenants',
        tenants.map(({ id, name, apiKey, createdAt }) => ({
          id,
          name,
          api_key_preview: preview(apiKey),
          created_at: createdAt,
        })),
        call,
      ),
    ),
  'POST tenants': ({ body }, state) => {
    const name = text(body.name).trim();
    if (state.tenants.some((tenant) => tenant.name === name)) {
      return invalid('name', 'There is already a tenant of this name.');
    }
    const tenant = newTenant(name);
    state.tenants.push(tenant);
    return created({ id: tenant.id, name, api_key: tenant.apiKey, created_at: tenant.createdAt });
  },
  'PUT tenants/*': ({ body }, state, id) => {
    const tenant = find(state, id);
    if (!tenant) return notFound;
    tenant.name = text(body.name);
    return ok({ id, name: tenant.name });
  },
  'DELETE tenants/*': (_, state, id) => {
    if (!find(state, id)) return notFound;
    state.tenants = state.tenants.filter((tenant) => tenant.id !== id);
    return noContent;
  },
  'POST tenants/*/regenerate-key': (_, state, id) => {
    const tenant = find(state, id);
    if (!tenant) return notFound;
    tenant.apiKey = newApiKey();
    return ok({ api_key: tenant.apiKey });
  },
};
