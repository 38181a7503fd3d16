import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';
import styles from './Dialog.module.css';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  /** A "sheet" at the right and a "drawer" at the left take the full height. */
  shape?: 'dialog' | 'sheet' | 'drawer';
  /** Esc and a click beside it are ignored; for things that are shown only once. */
  persistent?: boolean;
}

/**
 * A modal dialog. It draws its own backdrop, because Radix's overlay injects a style element, which
 * the page's Content-Security-Policy forbids.
 */
export function Dialog(props: Props) {
  const { open, onOpenChange, title, description, children, actions } = props;
  const shape = props.shape ?? 'dialog';
  const stay = props.persistent ? (event: Event) => event.preventDefault() : undefined;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className={styles.backdrop} />
        <Radix.Content
          data-overlay
          aria-modal="true"
          className={classes(styles.content, styles[shape])}
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...(stay ? { onEscapeKeyDown: stay, onInteractOutside: stay } : {})}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {description && (
              <Radix.Description className={styles.description}>{description}</Radix.Description>
            )}
          </header>
          {children && (
            <div className={styles.body} {...(shape === 'sheet' ? readable(title) : {})}>
              {children}
            </div>
          )}
          {actions && <footer className={styles.actions}>{actions}</footer>}
          {/* Last in the order, so that the focus starts on the content. */}
          {!props.persistent && (
            <Radix.Close asChild>
              <IconButton label="Close" size="small" className={styles.close}>
                <X />
              </IconButton>
            </Radix.Close>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A sheet may hold nothing but text: without a place for the focus, no key would scroll it. */
function readable(title: string) {
  return { tabIndex: 0, role: 'group', 'aria-label': title };
}
