import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTenants } from '../../app/tenants';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { NameDialog } from './NameDialog';
import { NewKeyDialog } from './NewKeyDialog';
import { TenantTable } from './TenantTable';
import { useServices } from '../../app/services';

/** Tenants and their API keys. */
export default function TenantsScreen() {
  const { tenants: api } = useServices();
  const { tenants, choose, refresh } = useTenants();
  const [creating, setCreating] = useState(false);
  const [newKey, setNewKey] = useState<{ name: string; key: string } | null>(null);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus /> New tenant
    </Button>
  );
  return (
    <Page
      title="API keys"
      description="Each tenant is one website with its own key, documents, model and conversations."
      actions={tenants.length > 0 && create}
    >
      <Card flush>
        {tenants.length > 0 ? (
          <TenantTable onNewKey={setNewKey} />
        ) : (
          <EmptyState icon={KeyRound} title="No tenant yet" action={create}>
            Create one for your website. You get its key and the tag to paste into your pages.
          </EmptyState>
        )}
      </Card>
      {creating && (
        <NameDialog
          title="New tenant"
          description="Name it after the website it is for. You can rename it at any time."
          confirmLabel="Create tenant"
          onSubmit={async (name) => {
            const tenant = await api.create(name);
            setNewKey({ name: tenant.name, key: tenant.api_key });
            setCreating(false);
            await refresh();
            choose(tenant.id);
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {newKey && (
        <NewKeyDialog
          tenantName={newKey.name}
          apiKey={newKey.key}
          onClose={() => setNewKey(null)}
        />
      )}
    </Page>
  );
}
