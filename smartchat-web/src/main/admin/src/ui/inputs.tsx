import type { ComponentProps } from 'react';
import { classes } from './classes';
import styles from './inputs.module.css';

export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={classes(styles.input, className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={classes(styles.input, styles.area, className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={classes(styles.input, styles.select, className)} {...rest} />;
}
