/** A value kept in this browser; where storage is blocked it lasts as long as the page. */
export function remembered(key: string) {
  let fallback: string | null = null;
  return {
    get(): string | null {
      try {
        return localStorage.getItem(key);
      } catch {
        return fallback;
      }
    },
    set(value: string | null): void {
      fallback = value;
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // Blocked or full: the fallback serves.
      }
    },
  };
}
