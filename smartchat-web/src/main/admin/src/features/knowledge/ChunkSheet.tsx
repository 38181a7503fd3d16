import { useInfiniteQuery } from '@tanstack/react-query';
import type { Chunk, Source } from '../../api/knowledge';
import { useTenantScope } from '../../app/tenants';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { count } from '../../ui/format';
import { Skeleton } from '../../ui/Skeleton';
import styles from './ChunkSheet.module.css';

/** What SmartChat made of a document: the passages it searches and cites. */
export function ChunkSheet({ source, onClose }: { source: Source; onClose: () => void }) {
  const { tenant, api } = useTenantScope();
  const chunks = useInfiniteQuery({
    queryKey: ['tenant', tenant.id, 'chunks', source.id, source.updated_at],
    queryFn: ({ pageParam, signal }) => api.knowledge.chunks(source.id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const shown = chunks.data?.pages.flatMap((page) => page.chunks) ?? [];
  return (
    <Dialog
      open
      shape="sheet"
      onOpenChange={(open) => !open && onClose()}
      title={source.filename}
      description={`${count(source.chunk_count ?? 0, 'passage')}, as the search finds and the chat cites them`}
    >
      {chunks.isPending && <Skeleton lines={6} label="Loading the passages" />}
      {chunks.error && <ErrorNote error={chunks.error} onRetry={() => void chunks.refetch()} />}
      <ol className={styles.list}>
        {shown.map((chunk, index) => (
          <li key={chunk.id} className={styles.chunk}>
            <p className={styles.place}>{placeOf(chunk, index)}</p>
            <p className={styles.text}>{chunk.text}</p>
          </li>
        ))}
      </ol>
      {chunks.hasNextPage && (
        <Button busy={chunks.isFetchingNextPage} onClick={() => void chunks.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Dialog>
  );
}

function placeOf(chunk: Chunk, index: number): string {
  const parts = [`#${index + 1}`];
  if (chunk.page) parts.push(`page ${chunk.page}`);
  parts.push(`characters ${chunk.start}–${chunk.end}`);
  return parts.join(' · ');
}
