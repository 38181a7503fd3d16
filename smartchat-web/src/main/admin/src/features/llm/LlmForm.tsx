import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { LlmConfig, Provider } from '../../api/llm';
import { useTenantScope } from '../../app/tenants';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ChoiceCards, type Choice } from '../../ui/ChoiceCards';
import { ErrorNote } from '../../ui/ErrorNote';
import { useToast } from '../../ui/Toast';
import { AnswerFields } from './AnswerFields';
import { changeOf, draftOf, withoutKeys, withProvider, type LlmDraft } from './draft';
import { FallbackFields } from './FallbackFields';
import { LastError } from './LastError';
import { NoAnswerField } from './NoAnswerField';
import { savedServer } from './server';
import { ServerFields } from './ServerFields';
import styles from './LlmForm.module.css';
import { TestResult } from './TestResult';
import { llmConfigKey } from './useLlmConfig';

const providers: readonly Choice<Provider>[] = [
  {
    value: 'builtin',
    title: 'Built-in',
    description: 'Quotes your documents, no language model. Nothing leaves this server.',
  },
  {
    value: 'openai',
    title: 'OpenAI or compatible',
    description: 'OpenAI, or any server that speaks its API: vLLM, LM Studio, Groq …',
  },
  {
    value: 'ollama',
    title: 'Ollama',
    description: 'Open models on a machine of your own.',
  },
];

export function LlmForm({ config }: { config: LlmConfig }) {
  const { tenant, api } = useTenantScope();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(config));
  const test = useMutation({ mutationFn: () => api.llm.test(changeOf(draft, config)) });
  const save = useMutation({
    mutationFn: async () => {
      await api.llm.save(changeOf(draft, config));
      await queryClient.invalidateQueries({ queryKey: llmConfigKey(tenant.id) });
    },
    onSuccess: () => {
      setDraft(withoutKeys);
      toast.success('The model settings are saved.');
    },
  });

  function change(part: Partial<LlmDraft>) {
    setDraft((current) => ({ ...current, ...part }));
    test.reset();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  const error = save.error ?? test.error;
  return (
    <form onSubmit={submit} className={styles.form}>
      <Card
        title="Answers come from"
        footer={
          <>
            <Button variant="primary" type="submit" busy={save.isPending}>
              Save
            </Button>
            <Button busy={test.isPending} onClick={() => test.mutate()}>
              Test
            </Button>
            <span className={styles.hint}>
              The test makes one real call with what is filled in.
            </span>
          </>
        }
      >
        <ChoiceCards
          label="Provider"
          value={draft.provider}
          onChange={(provider) => {
            setDraft((current) => withProvider(current, provider, config));
            test.reset();
            save.reset();
          }}
          choices={providers}
        />
        {draft.provider === 'builtin' ? (
          <p className={styles.builtin}>
            The built-in provider finds the sentences that answer a question and quotes them with
            their source. It needs no key, writes no text of its own, and can’t make things up.
          </p>
        ) : (
          <>
            <ServerFields
              saved={savedServer(config)}
              draft={draft}
              onChange={change}
              error={error}
            />
            <FallbackFields
              config={config}
              draft={draft.fallback}
              onChange={(fallback) => change({ fallback })}
              error={error}
            />
            <hr className={styles.rule} />
            <AnswerFields draft={draft} onChange={change} error={error} />
          </>
        )}
        <NoAnswerField
          value={draft.noAnswerText}
          onChange={(noAnswerText) => change({ noAnswerText })}
          error={error}
        />
        {config.last_error && !test.data && <LastError error={config.last_error} />}
        {error && <ErrorNote error={error} />}
        {test.data && <TestResult result={test.data} />}
      </Card>
    </form>
  );
}
