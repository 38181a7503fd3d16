import { Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button, IconButton } from './Button';
import { classes } from './classes';
import { TextInput } from './inputs';
import styles from './ListField.module.css';

interface Props {
  label: string;
  hint: string;
  warn?: boolean;
  itemLabel: string;
  addLabel: string;
  placeholder: string;
  items: string[];
  onChange: (items: string[]) => void;
  error?: string | undefined;
}

/** A list of short texts, one input each. */
export function ListField(props: Props) {
  const { label, hint, warn = false, itemLabel, addLabel, placeholder, items, onChange } = props;
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);

  function focusInput(index: number) {
    requestAnimationFrame(() => {
      const inputs = list.current?.querySelectorAll('input');
      (inputs?.[index] ?? addButton.current)?.focus();
    });
  }

  function insert(index: number) {
    onChange(items.toSpliced(index, 0, ''));
    focusInput(index);
  }

  function remove(index: number) {
    onChange(items.toSpliced(index, 1));
    focusInput(Math.min(index, items.length - 2));
  }

  return (
    <fieldset className={styles.field} aria-describedby={`${id}-hint`}>
      <legend className={styles.legend}>{label}</legend>
      <ol ref={list} className={styles.list}>
        {items.map((item, index) => (
          <li key={index} className={styles.item}>
            <TextInput
              aria-label={`${itemLabel} ${index + 1}`}
              aria-invalid={props.error ? true : undefined}
              placeholder={placeholder}
              value={item}
              onChange={(event) => onChange(items.with(index, event.target.value))}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                insert(index + 1);
              }}
            />
            <IconButton
              label={`Remove ${itemLabel.toLowerCase()} ${index + 1}`}
              onClick={() => remove(index)}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        ref={addButton}
        size="small"
        className={styles.add}
        onClick={() => insert(items.length)}
      >
        <Plus /> {addLabel}
      </Button>
      {props.error && <p className={styles.error}>{props.error}</p>}
      <p id={`${id}-hint`} className={classes(styles.hint, warn && styles.warn)}>
        {hint}
      </p>
    </fieldset>
  );
}
