import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTenantScope } from '../../app/tenants';
import { sourcesKey } from './useSources';

export interface UploadItem {
  id: number;
  name: string;
  /** Share sent, 0 to 1. */
  share: number;
  error: unknown;
}

const AT_ONCE = 2;
let lastId = 0;

/** Sends files two at a time, one request each, so that each has its own progress and fault. */
export function useUploads() {
  const { tenant, api } = useTenantScope();
  const queryClient = useQueryClient();
  const [items, setItems] = useState<UploadItem[]>([]);
  const waiting = useRef<{ id: number; file: File }[]>([]);
  const running = useRef(0);

  const change = (id: number, part: Partial<UploadItem>) =>
    setItems((shown) => shown.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const dismiss = (id: number) => setItems((shown) => shown.filter((item) => item.id !== id));

  async function send(id: number, file: File) {
    running.current++;
    try {
      await api.knowledge.upload(file, (share) => change(id, { share }));
      await queryClient.invalidateQueries({ queryKey: sourcesKey(tenant.id) });
      dismiss(id);
    } catch (error) {
      change(id, { error });
    } finally {
      running.current--;
      next();
    }
  }

  function next() {
    while (running.current < AT_ONCE) {
      const upload = waiting.current.shift();
      if (!upload) return;
      void send(upload.id, upload.file);
    }
  }

  function add(files: File[]) {
    const added = files.map((file) => ({ id: ++lastId, file }));
    waiting.current.push(...added);
    setItems((shown) => [
      ...shown,
      ...added.map(({ id, file }) => ({ id, name: file.name, share: 0, error: null })),
    ]);
    next();
  }

  const busy = items.some((item) => item.error === null);
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [busy]);

  return { items, add, dismiss };
}
