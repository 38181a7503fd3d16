import type { Limits } from '../../src/api/usage';
import { invalid, ok } from './exchange';
import type { Routes, TenantScope } from './routing';

export const usageRoutes: Routes<TenantScope> = {
  'GET limits': (_, { tenant }) => ok({ ...tenant.limits, today: tenant.today }),
  'PUT limits': ({ body }, { tenant }) => {
    const limits = { ...tenant.limits, ...(body as Partial<Limits>) };
    const wrong = (
      ['messages_per_minute', 'visitor_messages_per_minute', 'address_messages_per_minute'] as const
    ).find((name) => limits[name] < 1 || limits[name] > 1_000_000);
    if (wrong) return invalid(wrong, 'Allow 1 to 1,000,000 messages a minute.');
    tenant.limits = limits;
    return ok({ ...limits, today: tenant.today });
  },
};
