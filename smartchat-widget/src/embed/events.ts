export interface EventMap {
  ready: undefined;
  open: undefined;
  close: undefined;
  message: { id: string; text: string };
  answer: { message_id: string; text: string; status: string; sources: unknown[] };
  error: { code: string; message: string };
  login: { user_id?: string; user_name?: string };
  logout: undefined;
}

export type EventName = keyof EventMap;
export type Listener<K extends EventName = EventName> = (detail: EventMap[K]) => void;

export class Emitter {
  private readonly listeners = new Map<EventName, Set<Listener>>();

  on<K extends EventName>(name: K, listener: Listener<K>): void {
    const known = this.listeners.get(name) ?? new Set();
    known.add(listener as Listener);
    this.listeners.set(name, known);
  }

  off<K extends EventName>(name: K, listener: Listener<K>): void {
    this.listeners.get(name)?.delete(listener as Listener);
  }

  emit<K extends EventName>(name: K, detail: EventMap[K]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) {
      // A host page's faulty listener must not stop the chat, yet its author has to see the fault.
      try {
        listener(detail);
      } catch (fault) {
        setTimeout(() => {
          throw fault;
        });
      }
    }
  }

  clear(): void {
    this.listeners.clear();
  }
}
