import { ErrorNote } from '../../ui/ErrorNote';
import { Card } from '../../ui/Card';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { LlmForm } from './LlmForm';
import { useLlmConfig } from './useLlmConfig';

export default function LlmScreen() {
  const config = useLlmConfig();
  return (
    <Page
      title="Model"
      description="What writes the answers, and how closely it keeps to your documents."
      width="narrow"
    >
      {config.data && <LlmForm config={config.data} />}
      {config.error && !config.data && (
        <ErrorNote error={config.error} onRetry={() => void config.refetch()} />
      )}
      {config.isPending && (
        <Card flush>
          <Skeleton lines={7} label="Loading the model settings" />
        </Card>
      )}
    </Page>
  );
}
