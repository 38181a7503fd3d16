/** The part of `Storage` the widget uses; a host page or browser may block the real one. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export class MemoryStore implements KeyValueStore {
  private readonly values = new Map<string, string>();

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }
}

/** Writes through to memory first, so that a full or blocked storage never loses the session. */
export function durable(open: () => KeyValueStore): KeyValueStore {
  const memory = new MemoryStore();
  const attempt = <T>(action: (store: KeyValueStore) => T): T | null => {
    try {
      return action(open());
    } catch {
      return null;
    }
  };
  return {
    getItem: (key) => attempt((store) => store.getItem(key)) ?? memory.getItem(key),
    setItem: (key, value) => {
      memory.setItem(key, value);
      attempt((store) => store.setItem(key, value));
    },
    removeItem: (key) => {
      memory.removeItem(key);
      attempt((store) => store.removeItem(key));
    },
  };
}

/** Outlives the tab: the conversation is still there tomorrow. */
export const lasting: KeyValueStore = durable(() => localStorage);
/** Ends with the tab: a login on a shared computer does not stay behind. */
export const perTab: KeyValueStore = durable(() => sessionStorage);
