import { useTenantScope } from '../../app/tenants';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Checklist } from './Checklist';
import { RecentConversations } from './RecentConversations';
import { useProgress } from './useProgress';

export default function OverviewScreen() {
  const { tenant } = useTenantScope();
  const { steps, error, retry } = useProgress();
  const left = steps?.filter((step) => !step.done).length;
  return (
    <Page title="Overview" description={introduction(tenant.name, left)} width="narrow">
      {steps && <Checklist steps={steps} />}
      {error ? <ErrorNote error={error} onRetry={retry} /> : null}
      {!steps && !error && (
        <Card flush>
          <Skeleton lines={6} label="Loading the overview" />
        </Card>
      )}
      <RecentConversations />
    </Page>
  );
}

function introduction(tenantName: string, left: number | undefined): string {
  if (left === undefined) return tenantName;
  if (left === 0) return `${tenantName} is up and answering.`;
  return `${left === 1 ? 'One step' : `${left} steps`} left until ${tenantName} is up and answering.`;
}
