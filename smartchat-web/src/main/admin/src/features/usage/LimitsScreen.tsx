import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { LimitsForm } from './LimitsForm';
import { UsedToday } from './UsedToday';
import { useLimits } from './useLimits';

export default function LimitsScreen() {
  const limits = useLimits();
  return (
    <Page
      title="Limits"
      description="How much your visitors may ask, and what today has taken."
      width="narrow"
    >
      {limits.data && (
        <>
          <UsedToday limits={limits.data} />
          <LimitsForm limits={limits.data} />
        </>
      )}
      {limits.error && !limits.data && (
        <ErrorNote error={limits.error} onRetry={() => void limits.refetch()} />
      )}
      {limits.isPending && (
        <Card flush>
          <Skeleton lines={7} label="Loading the limits" />
        </Card>
      )}
    </Page>
  );
}
