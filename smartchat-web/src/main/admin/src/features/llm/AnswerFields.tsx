import { useId } from 'react';
import type { Grounding } from '../../api/llm';
import { ChoiceCards, type Choice } from '../../ui/ChoiceCards';
import { Field } from '../../ui/Field';
import { TextArea, TextInput } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';
import type { LlmDraft } from './draft';
import styles from './LlmForm.module.css';

const groundings: readonly Choice<Grounding>[] = [
  {
    value: 'strict',
    title: 'Strictly',
    description:
      'Answers only from what was found, cites each statement, else says it doesn’t know.',
  },
  {
    value: 'prefer',
    title: 'First of all',
    description: 'Your documents come first; general knowledge may fill the gaps.',
  },
  {
    value: 'off',
    title: 'Freely',
    description: 'The model answers as it likes. It may say things your documents don’t.',
  },
];

interface Props {
  draft: LlmDraft;
  onChange: (part: Partial<LlmDraft>) => void;
  error: unknown;
}

/** How the model answers. */
export function AnswerFields({ draft, onChange, error }: Props) {
  const groundingId = useId();
  return (
    <>
      <div className={styles.group}>
        <h3 id={groundingId}>How closely it keeps to your documents</h3>
        <ChoiceCards
          label="How closely it keeps to your documents"
          value={draft.grounding}
          onChange={(grounding) => onChange({ grounding })}
          choices={groundings}
        />
      </div>
      <Field
        label="Instructions"
        optional
        error={problemOn(error, 'system_prompt')}
        hint="Tone, language, what to leave to a person. Sent to the model before each conversation."
      >
        {(field) => (
          <TextArea
            {...field}
            rows={5}
            placeholder="You help the visitors of our shop. Be short and friendly. For complaints, give our e-mail address."
            value={draft.systemPrompt}
            onChange={(event) => onChange({ systemPrompt: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field
          label="Temperature"
          optional
          error={problemOn(error, 'temperature')}
          hint="From 0, nearly the same each time, to 2, most varied."
        >
          {(field) => (
            <TextInput
              {...field}
              type="number"
              min={0}
              max={2}
              step="any"
              inputMode="decimal"
              placeholder="The model’s own"
              value={draft.temperature}
              onChange={(event) => onChange({ temperature: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Longest answer"
          optional
          error={problemOn(error, 'max_tokens')}
          hint="In tokens; 100 tokens are about 75 words."
        >
          {(field) => (
            <TextInput
              {...field}
              type="number"
              min={1}
              step={1}
              inputMode="numeric"
              placeholder="The model’s own"
              value={draft.maxTokens}
              onChange={(event) => onChange({ maxTokens: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
