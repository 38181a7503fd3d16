import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Card.module.css';

interface Props {
  title?: string;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** No padding around the content, for tables and lists. */
  flush?: boolean;
}

export function Card({ title, description, children, footer, flush = false }: Props) {
  return (
    <section className={styles.card}>
      {title && (
        <header className={styles.header}>
          <h2>{title}</h2>
          {description && <p>{description}</p>}
        </header>
      )}
      <div className={classes(styles.body, flush && styles.flush)}>{children}</div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}
