import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Message } from '../../api/chat';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Time } from '../../ui/Time';
import { EvidenceSheet } from './EvidenceSheet';
import styles from './MessageItem.module.css';

const states: Record<string, string> = {
  stopped: 'Stopped by the visitor',
  interrupted: 'Interrupted',
  refused: 'Refused',
  failed: 'Failed',
  streaming: 'Being written',
  replaced: 'Replaced by a newer answer',
};

interface Props {
  conversationId: string;
  message: Message;
}

/** Shown as plain text on purpose: what visitors write is never rendered as markup here. */
export function MessageItem({ conversationId, message }: Props) {
  const [asking, setAsking] = useState(false);
  const state = message.status ? states[message.status] : undefined;
  return (
    <li className={styles.message} data-role={message.role}>
      <p className={styles.meta}>
        <strong>{message.role === 'user' ? 'Visitor' : 'SmartChat'}</strong>
        <Time value={message.created_at} />
        {state && <Badge tone="warn">{state}</Badge>}
      </p>
      <p className={styles.content}>{message.content}</p>
      {message.sources && message.sources.length > 0 && (
        <ul className={styles.sources} aria-label="Sources">
          {message.sources.map((source) => (
            <li key={source.n}>
              <details>
                <summary>
                  <span className={styles.number}>{source.n}</span>
                  {source.filename}
                  {source.page ? ` · page ${source.page}` : ''}
                  <ChevronRight aria-hidden="true" />
                </summary>
                <p>{source.snippet}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
      {message.role === 'assistant' && message.status !== 'streaming' && (
        <p>
          <Button size="small" variant="ghost" onClick={() => setAsking(true)}>
            Why this answer?
          </Button>
        </p>
      )}
      {asking && (
        <EvidenceSheet
          conversationId={conversationId}
          messageId={message.id}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
