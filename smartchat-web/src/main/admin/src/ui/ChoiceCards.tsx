import { RadioGroup } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import styles from './ChoiceCards.module.css';

export interface Choice<Value extends string> {
  value: Value;
  title: string;
  description: ReactNode;
}

interface Props<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
}

/** Radio buttons as cards that say what each choice means. */
export function ChoiceCards<Value extends string>(props: Props<Value>) {
  const { label, value, onChange, choices } = props;
  const id = useId();
  return (
    <RadioGroup.Root
      className={styles.group}
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          className={styles.card}
          aria-labelledby={`${id}-${choice.value}`}
          aria-describedby={`${id}-${choice.value}-text`}
        >
          <span className={styles.dot} aria-hidden="true" />
          <span id={`${id}-${choice.value}`} className={styles.title}>
            {choice.title}
          </span>
          <span id={`${id}-${choice.value}-text`} className={styles.description}>
            {choice.description}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
