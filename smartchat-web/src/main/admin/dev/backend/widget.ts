import type { WidgetSettings } from '../../src/api/widget';
import { invalid, ok } from './exchange';
import type { Routes, TenantScope } from './routing';

export const widgetRoutes: Routes<TenantScope> = {
  'GET widget/config': (_, { tenant }) =>
    ok({
      ...tenant.widget,
      embed_code:
        '<script src="http://localhost:8000/widget.js" data-api-key="YOUR_TENANT_API_KEY" async></script>',
    }),
  'PUT widget/config': ({ body }, { tenant }) => {
    const settings = body as Partial<WidgetSettings>;
    if (settings.allowed_domains?.some((domain) => domain.includes(' '))) {
      return invalid('allowed_domains', 'An address has no spaces in it.');
    }
    Object.assign(tenant.widget, settings);
    return ok(tenant.widget);
  },
};
