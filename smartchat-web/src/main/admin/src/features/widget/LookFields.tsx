import type { Position, WidgetTheme } from '../../api/widget';
import { Field } from '../../ui/Field';
import { Select, TextInput } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';
import type { SettingsFieldsProps } from './fields';
import styles from './WidgetForm.module.css';

export function LookFields({ settings, onChange, error }: SettingsFieldsProps) {
  return (
    <>
      <div className={styles.pair}>
        <Field label="Title" error={problemOn(error, 'title')}>
          {(field) => (
            <TextInput
              {...field}
              maxLength={120}
              value={settings.title}
              onChange={(event) => onChange({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label="Main colour" error={problemOn(error, 'primary_color')}>
          {(field) => (
            <div className={styles.colour}>
              <TextInput
                type="color"
                className={styles.swatch}
                aria-label="Pick the main colour"
                value={settings.primary_color}
                onChange={(event) => onChange({ primary_color: event.target.value })}
              />
              <TextInput
                {...field}
                spellCheck={false}
                pattern="#[0-9a-fA-F]{6}"
                title="A colour such as #0f766e"
                value={settings.primary_color}
                onChange={(event) => onChange({ primary_color: event.target.value })}
              />
            </div>
          )}
        </Field>
        <Field label="Position" error={problemOn(error, 'position')}>
          {(field) => (
            <Select
              {...field}
              value={settings.position}
              onChange={(event) => onChange({ position: event.target.value as Position })}
            >
              <option value="bottom-right">Bottom right</option>
              <option value="bottom-left">Bottom left</option>
            </Select>
          )}
        </Field>
        <Field label="Theme" error={problemOn(error, 'theme')}>
          {(field) => (
            <Select
              {...field}
              value={settings.theme}
              onChange={(event) => onChange({ theme: event.target.value as WidgetTheme })}
            >
              <option value="auto">As the visitor’s system</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </Select>
          )}
        </Field>
      </div>
      <Field
        label="Logo"
        optional
        hint="The https address of a small square picture."
        error={problemOn(error, 'logo_url')}
      >
        {(field) => (
          <TextInput
            {...field}
            type="url"
            placeholder="https://example.com/logo.png"
            value={settings.logo_url}
            onChange={(event) => onChange({ logo_url: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
