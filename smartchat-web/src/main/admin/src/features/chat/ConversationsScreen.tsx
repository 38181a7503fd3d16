import { MessagesSquare } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useParams } from 'wouter';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextInput } from '../../ui/inputs';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { ConversationList } from './ConversationList';
import styles from './ConversationsScreen.module.css';
import { Thread } from './Thread';
import { useConversations } from './useConversations';

/** What visitors asked and what they were told; to read, search and delete. */
export default function ConversationsScreen() {
  const { id } = useParams();
  const [search, setSearch] = useState('');
  const query = useDeferredValue(search.trim());
  const conversations = useConversations(query);
  const shown = conversations.data?.pages.flatMap((page) => page.conversations);
  return (
    <Page title="Conversations" description="What visitors asked, and the answers they got.">
      <div className={styles.columns} data-open={id !== undefined || undefined}>
        <div className={styles.list}>
          <TextInput
            type="search"
            aria-label="Search the conversations"
            placeholder="Search names and messages"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Card flush>
            {conversations.isPending && <Skeleton lines={6} label="Loading the conversations" />}
            {conversations.error && !shown && (
              <ErrorNote error={conversations.error} onRetry={() => void conversations.refetch()} />
            )}
            {shown?.length === 0 && <Nothing query={query} />}
            {shown && shown.length > 0 && <ConversationList conversations={shown} openId={id} />}
          </Card>
          {conversations.hasNextPage && (
            <Button
              busy={conversations.isFetchingNextPage}
              onClick={() => void conversations.fetchNextPage()}
            >
              Show older
            </Button>
          )}
        </div>
        <div className={styles.thread}>
          {id ? (
            <Thread key={id} id={id} summary={shown?.find((each) => each.id === id)} />
          ) : (
            shown &&
            shown.length > 0 && <p className={styles.choose}>Choose a conversation to read it.</p>
          )}
        </div>
      </div>
    </Page>
  );
}

function Nothing({ query }: { query: string }) {
  return query ? (
    <EmptyState icon={MessagesSquare} title="Nothing found">
      No conversation contains “{query}”. Try fewer or other words.
    </EmptyState>
  ) : (
    <EmptyState icon={MessagesSquare} title="No conversations yet">
      They appear here once visitors write. Paste the tag from the widget screen into your website,
      or ask something on the test page.
    </EmptyState>
  );
}
