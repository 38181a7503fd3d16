import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTenantScope } from '../../app/tenants';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useToast } from '../../ui/Toast';
import { conversationsKey } from './useConversations';

interface Props {
  id: string;
  onDone: () => void;
  onClose: () => void;
}

export function DeleteConversationDialog({ id, onDone, onClose }: Props) {
  const { tenant, api } = useTenantScope();
  const queryClient = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => api.chat.remove(id),
    onSuccess: () => {
      toast.success('The conversation is deleted.');
      onDone();
      return queryClient.invalidateQueries({ queryKey: conversationsKey(tenant.id) });
    },
  });
  return (
    <ConfirmDialog
      title="Delete this conversation?"
      description="All its messages are deleted for good, also for the visitor."
      confirmLabel="Delete conversation"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
