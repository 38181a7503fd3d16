import type { Call, Reply } from './exchange';
import type { State, TenantState } from './state';

export type Handler<Scope> = (call: Call, scope: Scope, id: string) => Reply;

/** "METHOD path", where * stands for an id. */
export type Routes<Scope> = Readonly<Record<string, Handler<Scope>>>;

export interface TenantScope {
  state: State;
  tenant: TenantState;
}

export function dispatch<Scope>(routes: Routes<Scope>, call: Call, scope: Scope): Reply | null {
  for (const [route, handler] of Object.entries(routes)) {
    const [method, path = ''] = route.split(' ');
    const pattern = new RegExp(`^${path.replaceAll('*', '([^/]+)')}$`);
    const match = method === call.method ? pattern.exec(call.path) : null;
    if (match) return handler(call, scope, match[1] ?? '');
  }
  return null;
}

/** The tenant of ?tenant_id=, else the oldest; another's id is as good as none. */
export function tenantOf(state: State, call: Call): TenantState | null {
  const id = call.query.get('tenant_id');
  return (id ? state.tenants.find((tenant) => tenant.id === id) : state.tenants[0]) ?? null;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function page<Key extends string, Item>(key: Key, items: readonly Item[], call: Call) {
  const limit = Number(call.query.get('limit') ?? 50);
  const start = Number(call.query.get('cursor') ?? 0);
  const next = start + limit < items.length ? String(start + limit) : null;
  return { [key]: items.slice(start, start + limit), next_cursor: next };
}
