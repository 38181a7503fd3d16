import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';
import styles from './Menu.module.css';

export interface MenuEntry {
  label: string;
  icon: ReactNode;
  danger?: boolean;
  onSelect?: () => void;
  /** A link to a file, opened as a download. */
  download?: string;
}

/** The "…" at the end of a row. Not modal: the modal form injects a style element. */
export function RowMenu({ label, entries }: { label: string; entries: MenuEntry[] }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={label} size="small">
          <Ellipsis />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4}>
        {entries.map((entry) => (
          <Entry key={entry.label} entry={entry} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  const className = classes(styles.entry, entry.danger && styles.danger);
  if (entry.download) {
    return (
      <DropdownMenu.Item asChild className={className}>
        <a href={entry.download} download>
          {entry.icon}
          {entry.label}
        </a>
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item className={className} onSelect={() => entry.onSelect?.()}>
      {entry.icon}
      {entry.label}
    </DropdownMenu.Item>
  );
}
