import { Link } from 'wouter';
import type { Conversation } from '../../api/chat';
import { count } from '../../ui/format';
import { Time } from '../../ui/Time';
import styles from './ConversationList.module.css';
import { nameOf } from './visitor';
import { VerifiedBadge } from './VerifiedBadge';

interface Props {
  conversations: readonly Conversation[];
  openId: string | undefined;
}

export function ConversationList({ conversations, openId }: Props) {
  return (
    <ol className={styles.list}>
      {conversations.map((conversation) => (
        <li key={conversation.id}>
          <Link
            href={`/conversations/${conversation.id}`}
            className={styles.item}
            aria-current={conversation.id === openId || undefined}
          >
            <span className={styles.name}>{nameOf(conversation)}</span>
            <VerifiedBadge conversation={conversation} />
            <span className={styles.meta}>
              <Time value={conversation.last_message_at} /> ·{' '}
              {count(conversation.message_count, 'message')}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
