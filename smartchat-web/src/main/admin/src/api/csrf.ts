import type { CsrfStore } from './http';

const KEY = 'smartchat.csrf';

/** In memory, and in sessionStorage so that a reload of the tab keeps it. */
export function createCsrfStore(storage: Storage = sessionStorage): CsrfStore {
  let token = storage.getItem(KEY);
  return {
    get: () => token,
    set(next) {
      token = next;
      if (next === null) storage.removeItem(KEY);
      else storage.setItem(KEY, next);
    },
  };
}
