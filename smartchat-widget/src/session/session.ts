import { sessionSlot } from './slots';
import type { KeyValueStore } from './storage';
import { visitorKey, type Visitor } from './visitor';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** 32 characters of 6 random bits each: 192 bits, so a session can't be guessed. */
export function newSessionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('');
}

export function newMessageId(): string {
  // randomUUID exists on secure origins only; many first trials run on plain http.
  return crypto.randomUUID?.() ?? newSessionId();
}

/** Keeps one session id per API key, and forgets it as soon as somebody else is visiting. */
export class Sessions {
  private readonly slot: string;

  constructor(
    private readonly store: KeyValueStore,
    apiKey: string,
  ) {
    this.slot = sessionSlot(apiKey);
  }

  idFor(visitor: Visitor): string {
    const owner = visitorKey(visitor);
    const held = this.read();
    if (held && held.owner === owner) return held.id;
    const id = newSessionId();
    this.store.setItem(this.slot, JSON.stringify({ id, owner }));
    return id;
  }

  forget(): void {
    this.store.removeItem(this.slot);
  }

  private read(): { id: string; owner: string } | undefined {
    try {
      const held: unknown = JSON.parse(this.store.getItem(this.slot) ?? 'null');
      if (typeof held !== 'object' || held === null) return undefined;
      const { id, owner } = held as Record<string, unknown>;
      const valid = typeof id === 'string' && /^[\w-]{16,128}$/.test(id);
      return valid && typeof owner === 'string' ? { id, owner } : undefined;
    } catch {
      return undefined;
    }
  }
}
