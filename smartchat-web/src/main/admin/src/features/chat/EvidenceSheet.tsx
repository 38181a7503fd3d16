import { useQuery } from '@tanstack/react-query';
import { useTenantScope } from '../../app/tenants';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Skeleton } from '../../ui/Skeleton';
import { EvidenceView } from './EvidenceView';

interface Props {
  conversationId: string;
  messageId: string;
  onClose: () => void;
}

/** Why an answer is as it is, from the record the server keeps of each turn. */
export function EvidenceSheet({ conversationId, messageId, onClose }: Props) {
  const { tenant, api } = useTenantScope();
  const evidence = useQuery({
    queryKey: ['tenant', tenant.id, 'evidence', messageId],
    queryFn: ({ signal }) => api.chat.evidence(conversationId, messageId, signal),
  });
  return (
    <Dialog
      open
      shape="sheet"
      onOpenChange={(open) => !open && onClose()}
      title="Why this answer?"
      {...(evidence.data ? { description: `“${evidence.data.question}”` } : {})}
    >
      {evidence.isPending && <Skeleton lines={6} label="Loading the record" />}
      {evidence.error && (
        <ErrorNote error={evidence.error} onRetry={() => void evidence.refetch()} />
      )}
      {evidence.data && <EvidenceView evidence={evidence.data} />}
    </Dialog>
  );
}
