import { Field } from '../../ui/Field';
import { TextArea } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';

interface Props {
  value: string;
  onChange: (value: string) => void;
  error: unknown;
}

/** What a visitor reads when the documents have no answer. */
export function NoAnswerField({ value, onChange, error }: Props) {
  return (
    <Field
      label="When the documents have no answer"
      optional
      error={problemOn(error, 'no_answer_text')}
      hint="Said in place of an answer. Tell visitors where to turn; empty means SmartChat’s own sentence, in the visitor’s language."
    >
      {(field) => (
        <TextArea
          {...field}
          rows={2}
          maxLength={1000}
          placeholder="I don’t know that. Please write to help@our-shop.example."
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
