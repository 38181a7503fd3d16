import { Upload } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../../ui/Button';
import styles from './DropZone.module.css';

const ACCEPT = '.pdf,.txt,.csv,application/pdf,text/plain,text/csv';

export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  }

  return (
    <div
      className={styles.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <Upload aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.main}>
          <span className={styles.pointer}>Drop files here, or choose them</span>
          <span className={styles.touch}>Add documents</span>
        </p>
        <p className={styles.hint}>PDF, TXT or CSV, several at once</p>
      </div>
      <Button onClick={() => input.current?.click()}>Choose files</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label="Files to upload"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // Emptied so that the same file can be chosen again after a failure.
          event.target.value = '';
        }}
      />
    </div>
  );
}
