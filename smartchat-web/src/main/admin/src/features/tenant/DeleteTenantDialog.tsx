import { useMutation } from '@tanstack/react-query';
import type { Tenant } from '../../api/tenant';
import { useServices } from '../../app/services';
import { useTenants } from '../../app/tenants';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface Props {
  tenant: Tenant;
  onDone: () => void;
  onClose: () => void;
}

export function DeleteTenantDialog({ tenant, onDone, onClose }: Props) {
  const { tenants: api } = useServices();
  const { refresh } = useTenants();
  const remove = useMutation({
    mutationFn: async () => {
      await api.remove(tenant.id);
      await refresh();
    },
    onSuccess: onDone,
  });
  return (
    <ConfirmDialog
      title={`Delete ${tenant.name}?`}
      description="Its key stops at once, and its documents, settings and conversations are deleted for good."
      confirmLabel="Delete tenant"
      typed={tenant.name}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
