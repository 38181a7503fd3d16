import { loginSlot } from './slots';
import type { KeyValueStore } from './storage';

export interface SignedIn {
  token: string;
  name?: string;
  /** Milliseconds since the epoch. */
  expiresAt?: number;
}

/** Remembers a login made in the widget for this tab only: closing it signs the visitor out. */
export class LoginMemory {
  private readonly slot: string;

  constructor(
    private readonly store: KeyValueStore,
    apiKey: string,
    private readonly now: () => number = Date.now,
  ) {
    this.slot = loginSlot(apiKey);
  }

  recall(): SignedIn | undefined {
    try {
      const held: unknown = JSON.parse(this.store.getItem(this.slot) ?? 'null');
      if (typeof held !== 'object' || held === null) return undefined;
      const { token, name, expiresAt } = held as Record<string, unknown>;
      if (typeof token !== 'string') return undefined;
      if (typeof expiresAt === 'number' && expiresAt <= this.now()) return undefined;
      return {
        token,
        ...(typeof name === 'string' && { name }),
        ...(typeof expiresAt === 'number' && { expiresAt }),
      };
    } catch {
      return undefined;
    }
  }

  remember(login: SignedIn): void {
    this.store.setItem(this.slot, JSON.stringify(login));
  }

  forget(): void {
    this.store.removeItem(this.slot);
  }
}
