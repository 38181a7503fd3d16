import { useCombobox } from 'downshift';
import { ChevronDown } from 'lucide-react';
import { classes } from './classes';
import styles from './Combobox.module.css';
import type { FieldProps } from './Field';
import { TextInput } from './inputs';

interface Props {
  label: string;
  field: FieldProps;
  value: string;
  onChange: (value: string) => void;
  options: readonly string[];
  onOpen: () => void;
  placeholder?: string;
  /** Shown in the list's place when it has nothing to offer. */
  note?: string | undefined;
}

/** A text field with suggestions; anything may be typed. */
export function Combobox(props: Props) {
  const { label, field, value, onChange, options, onOpen, placeholder, note } = props;
  const exact = options.includes(value);
  const needle = value.toLowerCase();
  const shown = exact ? options : options.filter((option) => option.toLowerCase().includes(needle));
  const box = useCombobox({
    items: [...shown],
    inputValue: value,
    selectedItem: exact ? value : null,
    inputId: field.id,
    onInputValueChange: (change) => onChange(change.inputValue),
    onIsOpenChange: (change) => change.isOpen && onOpen(),
  });
  const empty = shown.length === 0;
  return (
    <div className={styles.combobox}>
      <TextInput
        {...box.getInputProps()}
        {...field}
        aria-labelledby={undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
      />
      <button
        className={styles.toggle}
        {...box.getToggleButtonProps({ 'aria-label': `Show suggestions: ${label}` })}
        type="button"
      >
        <ChevronDown aria-hidden="true" />
      </button>
      <ul
        {...box.getMenuProps({ 'aria-label': label, 'aria-labelledby': undefined })}
        className={classes(styles.list, (!box.isOpen || empty) && styles.closed)}
      >
        {box.isOpen &&
          shown.map((option, index) => (
            <li
              key={option}
              {...box.getItemProps({ item: option, index })}
              className={classes(
                styles.option,
                box.highlightedIndex === index && styles.highlighted,
              )}
            >
              {option}
            </li>
          ))}
      </ul>
      {box.isOpen && empty && note && <p className={classes(styles.list, styles.note)}>{note}</p>}
    </div>
  );
}
