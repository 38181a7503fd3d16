import { useId } from 'react';
import { Select } from '../ui/inputs';
import { useTenants } from './tenants';
import styles from './TenantSwitcher.module.css';

export function TenantSwitcher() {
  const { tenants, current, choose } = useTenants();
  const id = useId();
  if (!current) return null;
  return (
    <div className={styles.switcher}>
      <label htmlFor={id} className={styles.label}>
        Tenant
      </label>
      <Select id={id} value={current.id} onChange={(event) => choose(event.target.value)}>
        {tenants.map((tenant) => (
          <option key={tenant.id} value={tenant.id}>
            {tenant.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
