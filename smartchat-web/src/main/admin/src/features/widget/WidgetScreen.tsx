import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { useWidgetConfig } from './useWidgetConfig';
import { WidgetForm } from './WidgetForm';

export default function WidgetScreen() {
  const config = useWidgetConfig();
  return (
    <Page
      title="Widget"
      description="How the chat looks on your website, and where it may be used."
    >
      {config.data && <WidgetForm config={config.data} />}
      {config.error && !config.data && (
        <ErrorNote error={config.error} onRetry={() => void config.refetch()} />
      )}
      {config.isPending && (
        <Card flush>
          <Skeleton lines={8} label="Loading the widget settings" />
        </Card>
      )}
    </Page>
  );
}
