import { ExternalLink, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/Button';
import { CodeBlock } from '../../ui/CodeBlock';
import { Dialog } from '../../ui/Dialog';
import { embedCode, testPageUrl } from './embed';
import styles from './NewKeyDialog.module.css';

interface Props {
  tenantName: string;
  apiKey: string;
  onClose: () => void;
}

/** The one time a key is shown in full: the server keeps only its hash. */
export function NewKeyDialog({ tenantName, apiKey, onClose }: Props) {
  return (
    <Dialog
      open
      persistent
      onOpenChange={(open) => !open && onClose()}
      title={`The key of ${tenantName}`}
      description={
        <span className={styles.once}>
          <TriangleAlert aria-hidden="true" />
          It is shown only now. Copy it before you close this.
        </span>
      }
      actions={
        <>
          <a
            className={styles.test}
            href={testPageUrl(apiKey, location.origin)}
            target="_blank"
            rel="noreferrer"
          >
            Try it on the test page <ExternalLink aria-hidden="true" />
          </a>
          <Button variant="primary" onClick={onClose}>
            I’ve copied it
          </Button>
        </>
      }
    >
      <section className={styles.part}>
        <h3>Key</h3>
        <CodeBlock label="API key" code={apiKey} />
      </section>
      <section className={styles.part}>
        <h3>Tag for your website</h3>
        <p className={styles.hint}>Paste it before the closing body tag of each page.</p>
        <CodeBlock label="Embed code" code={embedCode(apiKey, location.origin)} />
      </section>
    </Dialog>
  );
}
