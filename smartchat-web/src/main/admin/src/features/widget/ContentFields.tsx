import { Field } from '../../ui/Field';
import { Select, TextArea, TextInput } from '../../ui/inputs';
import { ListField } from '../../ui/ListField';
import { problemOn } from '../../ui/problemOn';
import { Switch } from '../../ui/Switch';
import type { SettingsFieldsProps } from './fields';
import { languages } from './settings';
import styles from './WidgetForm.module.css';

export function ContentFields({ settings, onChange, error }: SettingsFieldsProps) {
  const known = languages.some(({ value }) => value === settings.language);
  return (
    <>
      <Field
        label="Greeting"
        hint="The first thing a visitor reads."
        error={problemOn(error, 'greeting')}
      >
        {(field) => (
          <TextArea
            {...field}
            rows={2}
            value={settings.greeting}
            onChange={(event) => onChange({ greeting: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label="Text in the empty input" error={problemOn(error, 'placeholder')}>
          {(field) => (
            <TextInput
              {...field}
              value={settings.placeholder}
              onChange={(event) => onChange({ placeholder: event.target.value })}
            />
          )}
        </Field>
        <Field label="Language" error={problemOn(error, 'language')}>
          {(field) => (
            <Select
              {...field}
              value={settings.language}
              onChange={(event) => onChange({ language: event.target.value })}
            >
              {!known && <option value={settings.language}>{settings.language}</option>}
              {languages.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <ListField
        label="Suggested questions"
        hint="Offered as buttons before the first message."
        itemLabel="Question"
        addLabel="Add a question"
        placeholder="Do you ship abroad?"
        items={settings.suggested_questions}
        onChange={(suggested_questions) => onChange({ suggested_questions })}
        error={problemOn(error, 'suggested_questions')}
      />
      <Switch
        label="Show sources"
        hint="Below each answer, the documents and pages it stands on."
        checked={settings.show_sources}
        onChange={(show_sources) => onChange({ show_sources })}
      />
    </>
  );
}
