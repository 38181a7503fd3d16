import { Slider as Radix } from 'radix-ui';
import type { FieldProps } from './Field';
import styles from './Slider.module.css';

interface Props {
  label: string;
  field: FieldProps;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
}

export function Slider({ label, field, value, min, max, step, onChange }: Props) {
  return (
    <div className={styles.row}>
      <Radix.Root
        className={styles.slider}
        value={[value]}
        min={min}
        max={max}
        step={step}
        onValueChange={([next]) => next !== undefined && onChange(next)}
      >
        <Radix.Track className={styles.track}>
          <Radix.Range className={styles.range} />
        </Radix.Track>
        <Radix.Thumb
          className={styles.thumb}
          aria-label={label}
          aria-describedby={field['aria-describedby']}
        />
      </Radix.Root>
      <output className={styles.value}>{value.toFixed(1)}</output>
    </div>
  );
}
