import { useEffect, type ReactNode } from 'react';
import { Brand } from '../../app/Brand';
import styles from './FrontDoor.module.css';

/** The frame of what is shown before the panel: sign-in, set-up, and "not answering". */
export function FrontDoor({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · SmartChat admin`;
  }, [title]);
  return (
    <main className={styles.door}>
      <div className={styles.panel}>
        <Brand />
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
