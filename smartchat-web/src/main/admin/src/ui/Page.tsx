import { useEffect, type ReactNode } from 'react';
import { classes } from './classes';
import styles from './Page.module.css';

interface Props {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Forms read better in a narrower column. */
  width?: 'narrow' | 'wide';
}

/** The frame of a screen: its one h1, what it is for, and its main action. */
export function Page({ title, description, actions, children, width = 'wide' }: Props) {
  useEffect(() => {
    document.title = `${title} · SmartChat admin`;
  }, [title]);
  return (
    <div className={classes(styles.page, styles[width])}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1>{title}</h1>
          {description && <p>{description}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
