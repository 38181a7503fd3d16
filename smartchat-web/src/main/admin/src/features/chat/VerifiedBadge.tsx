import { BadgeCheck } from 'lucide-react';
import type { Conversation } from '../../api/chat';
import { Badge } from '../../ui/Badge';
import { isAnonymous } from './visitor';

/** A name without proof is only what the page claimed. */
export function VerifiedBadge({ conversation }: { conversation: Conversation }) {
  if (conversation.verified) {
    return (
      <Badge tone="ok">
        <BadgeCheck aria-hidden="true" /> Verified
      </Badge>
    );
  }
  return isAnonymous(conversation) ? null : <Badge>Unverified</Badge>;
}
