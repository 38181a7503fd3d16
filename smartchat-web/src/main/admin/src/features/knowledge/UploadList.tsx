import { CircleAlert, X } from 'lucide-react';
import { sentenceFor } from '../../api/sentence';
import { IconButton } from '../../ui/Button';
import { Meter } from '../../ui/Meter';
import type { UploadItem } from './useUploads';
import styles from './UploadList.module.css';

interface Props {
  uploads: UploadItem[];
  onDismiss: (id: number) => void;
}

export function UploadList({ uploads, onDismiss }: Props) {
  if (uploads.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Uploads">
      {uploads.map((upload) => (
        <li key={upload.id} className={styles.item}>
          <div className={styles.text}>
            <span className={styles.name}>{upload.name}</span>
            {upload.error ? (
              <span role="alert" className={styles.error}>
                <CircleAlert aria-hidden="true" />
                {sentenceFor(upload.error)}
              </span>
            ) : (
              <Meter label={`Uploading ${upload.name}`} value={upload.share * 100} />
            )}
          </div>
          {upload.error ? (
            <IconButton
              label={`Dismiss ${upload.name}`}
              size="small"
              onClick={() => onDismiss(upload.id)}
            >
              <X />
            </IconButton>
          ) : (
            <span className={styles.share}>{Math.round(upload.share * 100)} %</span>
          )}
        </li>
      ))}
    </ul>
  );
}
