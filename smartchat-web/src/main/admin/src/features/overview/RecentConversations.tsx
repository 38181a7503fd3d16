import { Link } from 'wouter';
import { Card } from '../../ui/Card';
import { ConversationList } from '../chat/ConversationList';
import styles from './RecentConversations.module.css';
import { useProgress } from './useProgress';

const SHOWN = 5;

export function RecentConversations() {
  const { conversations } = useProgress();
  if (!conversations?.length) return null;
  return (
    <section className={styles.section} aria-labelledby="recent-conversations">
      <header className={styles.header}>
        <h2 id="recent-conversations">Recent conversations</h2>
        <Link href="/conversations">See all</Link>
      </header>
      <Card flush>
        <ConversationList conversations={conversations.slice(0, SHOWN)} openId={undefined} />
      </Card>
    </section>
  );
}
