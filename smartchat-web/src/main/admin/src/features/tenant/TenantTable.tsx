import { Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useServices } from '../../app/services';
import { useTenants } from '../../app/tenants';
import type { Tenant } from '../../api/tenant';
import { Badge } from '../../ui/Badge';
import table from '../../ui/DataTable.module.css';
import { RowMenu } from '../../ui/Menu';
import { Time } from '../../ui/Time';
import { useToast } from '../../ui/Toast';
import { DeleteTenantDialog } from './DeleteTenantDialog';
import { NameDialog } from './NameDialog';
import { RegenerateKeyDialog } from './RegenerateKeyDialog';
import styles from './TenantTable.module.css';

interface Props {
  onNewKey: (key: { name: string; key: string }) => void;
}

type Open = { what: 'rename' | 'regenerate' | 'delete'; tenant: Tenant } | null;

export function TenantTable({ onNewKey }: Props) {
  const { tenants: api } = useServices();
  const { tenants, current, refresh } = useTenants();
  const toast = useToast();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <table className={table.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Name
            </th>
            <th role="columnheader" scope="col">
              Key
            </th>
            <th role="columnheader" scope="col" className={table.extra}>
              Created
            </th>
            <th role="columnheader" scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {tenants.map((tenant) => (
            <tr role="row" key={tenant.id}>
              <td role="cell">
                <span className={styles.name}>
                  {tenant.name}
                  {tenant.id === current?.id && <Badge tone="accent">Selected</Badge>}
                </span>
              </td>
              <td role="cell">
                <code className={styles.key}>{tenant.api_key_preview}</code>
              </td>
              <td role="cell" className={`${table.extra} ${table.muted}`}>
                <Time value={tenant.created_at} />
              </td>
              <td role="cell">
                <RowMenu
                  label={`Actions for ${tenant.name}`}
                  entries={[
                    {
                      label: 'Rename',
                      icon: <Pencil />,
                      onSelect: () => setOpen({ what: 'rename', tenant }),
                    },
                    {
                      label: 'New key',
                      icon: <RefreshCw />,
                      onSelect: () => setOpen({ what: 'regenerate', tenant }),
                    },
                    {
                      label: 'Delete',
                      icon: <Trash2 />,
                      danger: true,
                      onSelect: () => setOpen({ what: 'delete', tenant }),
                    },
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open?.what === 'rename' && (
        <NameDialog
          title="Rename tenant"
          confirmLabel="Save"
          initial={open.tenant.name}
          onSubmit={async (name) => {
            await api.rename(open.tenant.id, name);
            await refresh();
            close();
          }}
          onClose={close}
        />
      )}
      {open?.what === 'regenerate' && (
        <RegenerateKeyDialog
          tenant={open.tenant}
          onDone={(key) => {
            onNewKey({ name: open.tenant.name, key });
            close();
          }}
          onClose={close}
        />
      )}
      {open?.what === 'delete' && (
        <DeleteTenantDialog
          tenant={open.tenant}
          onDone={() => {
            toast.success(`${open.tenant.name} is deleted.`);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
