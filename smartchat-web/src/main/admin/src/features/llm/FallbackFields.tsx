import type { LlmConfig, Provider } from '../../api/llm';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';
import { fallbackDraft } from './draft';
import { savedFallback, type ServerDraft } from './server';
import { FALLBACK, ServerFields } from './ServerFields';

interface Props {
  config: LlmConfig;
  draft: ServerDraft | null;
  onChange: (draft: ServerDraft | null) => void;
  error: unknown;
}

/** Who answers when the provider can't. */
export function FallbackFields({ config, draft, onChange, error }: Props) {
  return (
    <>
      <Field
        label="When it can’t be reached"
        error={problemOn(error, 'fallback_provider')}
        hint="Asked only while an answer has not begun, with the same temperature and length."
      >
        {(field) => (
          <Select
            {...field}
            value={draft?.provider ?? ''}
            onChange={({ target }) =>
              onChange(target.value ? fallbackDraft(target.value as Provider, config) : null)
            }
          >
            <option value="">Ask the visitor to try again</option>
            <option value="builtin">Quote the documents (built-in)</option>
            <option value="openai">Ask OpenAI or a compatible server</option>
            <option value="ollama">Ask Ollama</option>
          </Select>
        )}
      </Field>
      {draft && draft.provider !== 'builtin' && (
        <ServerFields
          saved={savedFallback(config)}
          draft={draft}
          onChange={(part) => onChange({ ...draft, ...part })}
          error={error}
          names={FALLBACK}
        />
      )}
    </>
  );
}
