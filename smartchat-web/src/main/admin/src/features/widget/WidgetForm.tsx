import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import type { WidgetConfig, WidgetSettings } from '../../api/widget';
import { useTenantScope } from '../../app/tenants';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CodeBlock } from '../../ui/CodeBlock';
import { ErrorNote } from '../../ui/ErrorNote';
import { useToast } from '../../ui/Toast';
import { AccessFields } from './AccessFields';
import { ContentFields } from './ContentFields';
import { LookFields } from './LookFields';
import { Preview } from './Preview';
import { cleaned, settingsOf } from './settings';
import { widgetConfigKey } from './useWidgetConfig';
import styles from './WidgetForm.module.css';

export function WidgetForm({ config }: { config: WidgetConfig }) {
  const { tenant, api } = useTenantScope();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(() => settingsOf(config));
  const dirty = JSON.stringify(cleaned(draft)) !== JSON.stringify(settingsOf(config));
  const save = useMutation({
    mutationFn: async () => {
      await api.widget.save(cleaned(draft));
      await queryClient.invalidateQueries({ queryKey: widgetConfigKey(tenant.id) });
    },
    onSuccess: () => {
      setDraft((current) => cleaned(current));
      toast.success('Saved. Your website shows it within a minute.');
    },
  });
  const change = (part: Partial<WidgetSettings>) =>
    setDraft((current) => ({ ...current, ...part }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  const fields = { settings: draft, onChange: change, error: save.error };
  return (
    <div className={styles.columns}>
      <form onSubmit={submit} className={styles.form}>
        <Card title="Look">
          <LookFields {...fields} />
        </Card>
        <Card title="Words">
          <ContentFields {...fields} />
        </Card>
        <Card title="Where it may be used">
          <AccessFields {...fields} />
        </Card>
        {save.error && <ErrorNote error={save.error} />}
        <div className={styles.bar} data-dirty={dirty || undefined}>
          <Button variant="primary" type="submit" disabled={!dirty} busy={save.isPending}>
            Save changes
          </Button>
          <Button disabled={!dirty} onClick={() => setDraft(settingsOf(config))}>
            Discard
          </Button>
        </div>
      </form>
      <div className={styles.aside}>
        <Preview settings={draft} />
        <Card
          title="Tag for your website"
          description={
            <>
              Paste it before the closing body tag of each page, with your key in the place of
              YOUR_TENANT_API_KEY. Lost the key? <Link href="/keys">Make a new one</Link>
            </>
          }
        >
          <CodeBlock label="Embed code" code={config.embed_code} />
        </Card>
      </div>
    </div>
  );
}
