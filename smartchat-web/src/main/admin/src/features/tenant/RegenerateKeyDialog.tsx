import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Tenant } from '../../api/tenant';
import { useServices } from '../../app/services';
import { useTenants } from '../../app/tenants';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/inputs';

const HOUR = 3600;
const graces = [
  { seconds: 24 * HOUR, label: 'for 24 more hours' },
  { seconds: HOUR, label: 'for 1 more hour' },
  { seconds: 7 * 24 * HOUR, label: 'for 7 more days' },
  { seconds: 0, label: 'no longer: stop it at once' },
] as const;

interface Props {
  tenant: Tenant;
  onDone: (newKey: string) => void;
  onClose: () => void;
}

export function RegenerateKeyDialog({ tenant, onDone, onClose }: Props) {
  const { tenants: api } = useServices();
  const { refresh } = useTenants();
  const [grace, setGrace] = useState<number>(graces[0].seconds);
  const regenerate = useMutation({
    mutationFn: () => api.regenerateKey(tenant.id, grace),
    onSuccess: (reply) => {
      onDone(reply.api_key);
      return refresh();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`New key for ${tenant.name}`}
      description="Your pages need the new tag. Until you have changed them all, let the old key go on working."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={regenerate.isPending} onClick={() => regenerate.mutate()}>
            Make a new key
          </Button>
        </>
      }
    >
      <Field
        label="The old key works"
        hint={
          grace === 0
            ? 'Pages that still carry the old key lose their chat immediately.'
            : 'After that it stops by itself.'
        }
      >
        {(field) => (
          <Select
            {...field}
            value={grace}
            onChange={(event) => setGrace(Number(event.target.value))}
          >
            {graces.map(({ seconds, label }) => (
              <option key={seconds} value={seconds}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {regenerate.error && <ErrorNote error={regenerate.error} />}
    </Dialog>
  );
}
