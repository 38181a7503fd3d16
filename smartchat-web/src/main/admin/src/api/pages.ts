import type { Http } from './http';

export type Page<Key extends string, Item> = Record<Key, Item[]> & { next_cursor?: string | null };

const PAGE_SIZE = 100;

/** Follows next_cursor to the end; for lists that one screen shows whole. */
export async function allPages<Key extends string, Item>(
  http: Http,
  path: string,
  key: Key,
  signal?: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Key, Item> = await http.get(path, { limit: PAGE_SIZE, cursor }, signal);
    items.push(...page[key]);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return items;
}
