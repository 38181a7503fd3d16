import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';
import styles from './Toast.module.css';

interface ToastItem {
  id: number;
  tone: 'success' | 'failure';
  text: string;
}

export interface Toaster {
  success(text: string): void;
  failure(text: string): void;
}

const ToastContext = createContext<Toaster | null>(null);

let lastId = 0;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<ToastItem[]>([]);
  const toaster = useMemo<Toaster>(() => {
    const add = (tone: ToastItem['tone']) => (text: string) =>
      setItems((shown) => [...shown.slice(-2), { id: ++lastId, tone, text }]);
    return { success: add('success'), failure: add('failure') };
  }, []);
  const remove = (id: number) => setItems((shown) => shown.filter((item) => item.id !== id));
  return (
    <ToastContext value={toaster}>
      <Radix.Provider duration={5000} label="Notice">
        {children}
        {items.map((item) => (
          <Radix.Root
            key={item.id}
            className={classes(styles.toast, styles[item.tone])}
            duration={item.tone === 'failure' ? 10000 : 4000}
            onOpenChange={(open) => !open && remove(item.id)}
          >
            {item.tone === 'success' ? <CircleCheck /> : <CircleAlert />}
            <Radix.Description className={styles.text}>{item.text}</Radix.Description>
            <Radix.Close asChild>
              <IconButton label="Dismiss" size="small">
                <X />
              </IconButton>
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className={styles.viewport} label="Notices ({hotkey})" />
      </Radix.Provider>
    </ToastContext>
  );
}

export function useToast(): Toaster {
  const toaster = use(ToastContext);
  if (!toaster) throw new Error('useToast needs a ToastProvider above it');
  return toaster;
}
