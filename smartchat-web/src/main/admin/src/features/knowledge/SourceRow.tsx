import { Download, FileSpreadsheet, FileText, ListTree, RotateCcw, Trash2 } from 'lucide-react';
import type { Source } from '../../api/knowledge';
import { useTenantScope } from '../../app/tenants';
import table from '../../ui/DataTable.module.css';
import { bytes, count } from '../../ui/format';
import { RowMenu, type MenuEntry } from '../../ui/Menu';
import { Time } from '../../ui/Time';
import styles from './SourceRow.module.css';
import { SourceStatus } from './SourceStatus';
import { useRetry } from './useRetry';

interface Props {
  source: Source;
  onShow: () => void;
  onDelete: () => void;
}

export function SourceRow({ source, onShow, onDelete }: Props) {
  const { api } = useTenantScope();
  const retry = useRetry(source);
  const Icon = source.filename.toLowerCase().endsWith('.csv') ? FileSpreadsheet : FileText;
  const ready = source.status === 'ready';
  const entries: MenuEntry[] = [
    ...(ready ? [{ label: 'Show passages', icon: <ListTree />, onSelect: onShow }] : []),
    ...(source.status === 'failed'
      ? [{ label: 'Try again', icon: <RotateCcw />, onSelect: () => retry.mutate() }]
      : []),
    { label: 'Download', icon: <Download />, download: api.knowledge.contentUrl(source.id) },
    { label: 'Delete', icon: <Trash2 />, danger: true, onSelect: onDelete },
  ];
  return (
    <tr role="row">
      <td role="cell">
        <div className={styles.document}>
          <Icon aria-hidden="true" />
          <div className={styles.text}>
            {ready ? (
              <button type="button" className={styles.name} onClick={onShow}>
                {source.filename}
              </button>
            ) : (
              <span className={styles.name}>{source.filename}</span>
            )}
            <span className={styles.meta}>{facts(source)}</span>
          </div>
        </div>
      </td>
      <td role="cell">
        <SourceStatus source={source} />
      </td>
      <td role="cell" className={`${table.extra} ${table.muted}`}>
        <Time value={source.created_at} />
      </td>
      <td role="cell">
        <RowMenu label={`Actions for ${source.filename}`} entries={entries} />
      </td>
    </tr>
  );
}

function facts(source: Source): string {
  const parts = [bytes(source.size_bytes)];
  if (source.page_count) parts.push(count(source.page_count, 'page'));
  if (source.chunk_count) parts.push(count(source.chunk_count, 'passage'));
  return parts.join(' · ');
}
