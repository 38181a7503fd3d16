import { KeyRound } from 'lucide-react';
import { Link } from 'wouter';
import { Card } from '../ui/Card';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import type { Screen } from './screens';
import { TenantScope, useTenants } from './tenants';

export function ScreenOutlet({ screen }: { screen: Screen }) {
  const { current } = useTenants();
  const { component: Component } = screen;
  if (!screen.needsTenant) return <Component />;
  if (current) {
    return (
      <TenantScope tenant={current}>
        <Component />
      </TenantScope>
    );
  }
  return (
    <Page title={screen.label}>
      <Card flush>
        <EmptyState
          icon={KeyRound}
          title="No tenant yet"
          action={<Link href="/keys">Go to API keys</Link>}
        >
          A tenant is one website with its own key, documents and model. Create the first one to go
          on.
        </EmptyState>
      </Card>
    </Page>
  );
}
