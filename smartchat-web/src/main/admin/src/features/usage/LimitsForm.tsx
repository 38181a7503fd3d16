import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Limits, LimitsAndUse } from '../../api/usage';
import { useTenantScope } from '../../app/tenants';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';
import { useToast } from '../../ui/Toast';
import { draftOf, limitsOf } from './draft';
import { limitsKey } from './useLimits';

interface LimitField {
  name: keyof Limits;
  label: string;
  hint: string;
}

const fields: readonly LimitField[] = [
  {
    name: 'visitor_messages_per_minute',
    label: 'Messages a minute from one visitor',
    hint: 'Few people ask more than once in three seconds.',
  },
  {
    name: 'address_messages_per_minute',
    label: 'Messages a minute from one address',
    hint: 'All people of an office or a school may share one.',
  },
  {
    name: 'messages_per_minute',
    label: 'Messages a minute from all visitors',
    hint: 'Bounds what the model costs when somebody misuses your key.',
  },
  {
    name: 'daily_tokens',
    label: 'Tokens a day',
    hint: 'Prompts and answers together; 100 tokens are about 75 words. When they are used up, the chat asks visitors to come back tomorrow.',
  },
];

export function LimitsForm({ limits }: { limits: LimitsAndUse }) {
  const { tenant, api } = useTenantScope();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(limits));
  const save = useMutation({
    mutationFn: () => api.usage.save(limitsOf(draft)),
    onSuccess: (saved) => {
      queryClient.setQueryData(limitsKey(tenant.id), saved);
      toast.success('The limits are saved.');
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  return (
    <form onSubmit={submit}>
      <Card
        title="What visitors may use"
        description="What is beyond is turned away kindly before a model is asked."
        footer={
          <Button variant="primary" type="submit" busy={save.isPending}>
            Save
          </Button>
        }
      >
        {fields.map(({ name, label, hint }) => (
          <Field
            key={name}
            label={label}
            hint={hint}
            optional={name === 'daily_tokens'}
            error={problemOn(save.error, name)}
          >
            {(field) => (
              <TextInput
                {...field}
                type="number"
                min={1}
                step={1}
                inputMode="numeric"
                required={name !== 'daily_tokens'}
                placeholder={name === 'daily_tokens' ? 'No limit' : undefined}
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {save.error && <ErrorNote error={save.error} />}
      </Card>
    </form>
  );
}
