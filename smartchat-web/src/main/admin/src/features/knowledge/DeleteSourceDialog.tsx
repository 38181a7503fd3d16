import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Source } from '../../api/knowledge';
import { useTenantScope } from '../../app/tenants';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useToast } from '../../ui/Toast';
import { sourcesKey } from './useSources';

export function DeleteSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { tenant, api } = useTenantScope();
  const queryClient = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: async () => {
      await api.knowledge.remove(source.id);
      await queryClient.invalidateQueries({ queryKey: sourcesKey(tenant.id) });
    },
    onSuccess: () => {
      toast.success(`${source.filename} is deleted.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Delete ${source.filename}?`}
      description="The chat stops answering from it at once. The file and its passages are deleted for good."
      confirmLabel="Delete document"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
