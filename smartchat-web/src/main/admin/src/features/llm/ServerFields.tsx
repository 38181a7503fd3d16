import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { sentenceFor } from '../../api/sentence';
import { useTenantScope } from '../../app/tenants';
import { Combobox } from '../../ui/Combobox';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';
import {
  addressOf,
  DEFAULT_BASE_URL,
  leavesKeyBehind,
  type SavedServer,
  type ServerDraft,
} from './server';

interface Names {
  address: string;
  key: string;
  model: string;
  /** What the fields' names begin with in the API. */
  prefix: '' | 'fallback_';
}

const PRIMARY: Names = { address: 'Address', key: 'Key', model: 'Model', prefix: '' };

export const FALLBACK: Names = {
  address: 'Fallback address',
  key: 'Fallback key',
  model: 'Fallback model',
  prefix: 'fallback_',
};

interface Props {
  saved: SavedServer;
  draft: ServerDraft;
  onChange: (part: Partial<ServerDraft>) => void;
  error: unknown;
  names?: Names;
}

/** Where the model is and which one it is. */
export function ServerFields({ saved, draft, onChange, error, names = PRIMARY }: Props) {
  const models = useModels(draft);
  const moved = leavesKeyBehind(draft, saved);
  const keyStays = saved.keySet && !moved;
  const problem = (field: string) => problemOn(error, names.prefix + field);
  return (
    <>
      <Field label={names.address} error={problem('base_url')} hint={addressHint(draft)}>
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
          label={names.key}
          optional
          error={problem('api_key')}
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
              placeholder={keyStays ? `${saved.keyPreview ?? 'A key'} is stored` : 'sk-…'}
              value={draft.apiKey}
              onChange={(event) => onChange({ apiKey: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field
        label={names.model}
        error={problem('model')}
        hint={
          models.problem
            ? `The list could not be loaded: ${models.problem} You can type the name.`
            : 'Pick one from the server’s list or type its name.'
        }
      >
        {(field) => (
          <Combobox
            label={names.model}
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

function addressHint(draft: ServerDraft): string {
  return draft.provider === 'ollama'
    ? 'Where Ollama runs, as seen from the SmartChat server. Empty means this machine.'
    : 'Empty means OpenAI. For a compatible server, its address up to and including /v1.';
}

/** The list is asked for when it is opened, as each time it is a call to somebody's server. */
function useModels(draft: ServerDraft) {
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
