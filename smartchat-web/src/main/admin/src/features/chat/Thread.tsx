import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowLeft, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Conversation } from '../../api/chat';
import { useTenantScope } from '../../app/tenants';
import { Button, IconButton } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/ErrorNote';
import { Skeleton } from '../../ui/Skeleton';
import { DeleteConversationDialog } from './DeleteConversationDialog';
import { MessageItem } from './MessageItem';
import styles from './Thread.module.css';
import { nameOf } from './visitor';
import { VerifiedBadge } from './VerifiedBadge';

interface Props {
  id: string;
  /** Missing when the page was opened by its address and the list doesn't hold it. */
  summary: Conversation | undefined;
}

export function Thread({ id, summary }: Props) {
  const { tenant, api } = useTenantScope();
  const [, navigate] = useLocation();
  const [deleting, setDeleting] = useState(false);
  const messages = useInfiniteQuery({
    queryKey: ['tenant', tenant.id, 'messages', id],
    queryFn: ({ pageParam, signal }) => api.chat.messages(id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const shown = messages.data?.pages.flatMap((page) => page.messages) ?? [];
  return (
    <Card flush>
      <header className={styles.header}>
        <Link href="/conversations" className={styles.back} aria-label="Back to the list">
          <ArrowLeft aria-hidden="true" />
        </Link>
        <div className={styles.who}>
          <h2>{summary ? nameOf(summary) : 'Conversation'}</h2>
          {summary?.user_email && summary.user_name && <p>{summary.user_email}</p>}
        </div>
        {summary && <VerifiedBadge conversation={summary} />}
        <IconButton label="Delete the conversation" onClick={() => setDeleting(true)}>
          <Trash2 />
        </IconButton>
      </header>
      {messages.isPending && <Skeleton lines={6} label="Loading the messages" />}
      {messages.error && (
        <ErrorNote error={messages.error} onRetry={() => void messages.refetch()} />
      )}
      <ol className={styles.messages} aria-label="Messages">
        {shown.map((message) => (
          <MessageItem key={message.id} conversationId={id} message={message} />
        ))}
      </ol>
      {messages.hasNextPage && (
        <p className={styles.more}>
          <Button busy={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
            Show more
          </Button>
        </p>
      )}
      {deleting && (
        <DeleteConversationDialog
          id={id}
          onDone={() => navigate('/conversations')}
          onClose={() => setDeleting(false)}
        />
      )}
    </Card>
  );
}
