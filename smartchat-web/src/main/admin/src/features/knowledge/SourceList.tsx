import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { Source } from '../../api/knowledge';
import { Card } from '../../ui/Card';
import table from '../../ui/DataTable.module.css';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Skeleton } from '../../ui/Skeleton';
import { ChunkSheet } from './ChunkSheet';
import { DeleteSourceDialog } from './DeleteSourceDialog';
import { SourceRow } from './SourceRow';
import { useSources } from './useSources';

export function SourceList() {
  const sources = useSources();
  const [shown, setShown] = useState<Source | null>(null);
  const [deleting, setDeleting] = useState<Source | null>(null);
  if (sources.error && !sources.data) {
    return <ErrorNote error={sources.error} onRetry={() => void sources.refetch()} />;
  }
  return (
    <Card flush>
      {!sources.data && <Skeleton lines={5} label="Loading the documents" />}
      {sources.data?.length === 0 && (
        <EmptyState icon={FileText} title="No documents yet">
          Add a handbook, a price list or your most frequent questions above. It takes about a
          minute until the chat can answer from it.
        </EmptyState>
      )}
      {sources.data && sources.data.length > 0 && (
        <table className={table.table} role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Document
              </th>
              <th role="columnheader" scope="col">
                Status
              </th>
              <th role="columnheader" scope="col" className={table.extra}>
                Added
              </th>
              <th role="columnheader" scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {sources.data.map((source) => (
              <SourceRow
                key={source.id}
                source={source}
                onShow={() => setShown(source)}
                onDelete={() => setDeleting(source)}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown && <ChunkSheet source={shown} onClose={() => setShown(null)} />}
      {deleting && <DeleteSourceDialog source={deleting} onClose={() => setDeleting(null)} />}
    </Card>
  );
}
