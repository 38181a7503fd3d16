import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { LlmConfig } from '../../api/llm';
import { sentenceFor } from '../../api/sentence';
import { useTenantScope } from '../../app/tenants';
import { Combobox } from '../../ui/Combobox';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';
import { addressOf, DEFAULT_BASE_URL, leavesKeyBehind, type LlmDraft } from './draft';

interface Props {
  config: LlmConfig;
  draft: LlmDraft;
  onChange: (part: Partial<LlmDraft>) => void;
  error: unknown;
}

/** Where the model is and which one it is. */
export function ServerFields({ config, draft, onChange, error }: Props) {
  const models = useModels(draft);
  const moved = leavesKeyBehind(draft, config);
  const keyStays = config.api_key_set && !moved;
  return (
    <>
      <Field label="Address" error={problemOn(error, 'base_url')} hint={addressHint(draft)}>
        {(field) => (
          <TextInput
            {...field}
            type="url"
            spellCheck={false}
            placeholder={DEFAULT_BASE_URL[draft.provider]}
            value={draft.baseUrl}
            onChange={(event) => onChange({ baseUrl: event.target.value })}
          />
        )}
      </Field>
      {draft.provider === 'openai' && (
        <Field
          label="Key"
          optional
          error={problemOn(error, 'api_key')}
          hint={
            moved
              ? 'The stored key isn’t sent to another address. Enter that server’s key, or leave it empty if it needs none.'
              : 'Stored encrypted and never shown again. Servers of your own often need none.'
          }
        >
          {(field) => (
            <TextInput
              {...field}
              type="password"
              autoComplete="off"
              placeholder={keyStays ? `${config.api_key_preview ?? 'A key'} is stored` : 'sk-…'}
              value={draft.apiKey}
              onChange={(event) => onChange({ apiKey: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field
        label="Model"
        error={problemOn(error, 'model')}
        hint={
          models.problem
            ? `The list could not be loaded: ${models.problem} You can type the name.`
            : 'Pick one from the server’s list or type its name.'
        }
      >
        {(field) => (
          <Combobox
            label="Model"
            field={field}
            value={draft.model}
            onChange={(model) => onChange({ model })}
            options={models.names}
            onOpen={models.load}
            placeholder={draft.provider === 'ollama' ? 'e.g. llama3.2' : 'e.g. gpt-4o-mini'}
            note={models.loading ? 'Asking the server for its models …' : undefined}
          />
        )}
      </Field>
    </>
  );
}

function addressHint(draft: LlmDraft): string {
  return draft.provider === 'ollama'
    ? 'Where Ollama runs, as seen from the SmartChat server. Empty means this machine.'
    : 'Empty means OpenAI. For a compatible server, its address up to and including /v1.';
}

/** The list is asked for when it is opened, as each time it is a call to somebody's server. */
function useModels(draft: LlmDraft) {
  const { provider } = draft;
  const { tenant, api } = useTenantScope();
  const address = useDeferredValue(addressOf(draft));
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const asked = `${provider} ${address}`;
  const query = useQuery({
    queryKey: ['tenant', tenant.id, 'llm-models', provider, address],
    queryFn: ({ signal }) => api.llm.models(provider, address, signal),
    enabled: askedFor === asked,
    retry: false,
    staleTime: 30_000,
  });
  return {
    names: query.data ?? [],
    loading: query.isFetching,
    problem: query.error ? sentenceFor(query.error) : null,
    load: () => setAskedFor(asked),
  };
}
