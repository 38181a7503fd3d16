import { CopyButton } from './CopyButton';
import styles from './CodeBlock.module.css';

export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className={styles.frame}>
      <div className={styles.block}>
        <pre tabIndex={0} aria-label={label} role="region">
          <code>{code}</code>
        </pre>
        <CopyButton text={code} size="small" />
      </div>
    </div>
  );
}
