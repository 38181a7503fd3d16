import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { User } from '../api/identity';
import { sentenceFor } from '../api/sentence';
import { IconButton } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { useToast } from '../ui/Toast';
import { screens } from './screens';
import { useSignOut } from './session';
import styles from './Sidebar.module.css';
import { TenantSwitcher } from './TenantSwitcher';
import { useTheme } from './theme';

const themes = [
  { value: 'auto', label: 'Follow the system', icon: <Monitor /> },
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
] as const;

export function Sidebar({ user }: { user: User }) {
  const [location] = useLocation();
  const [theme, setTheme] = useTheme();
  const signOut = useSignOut();
  const toast = useToast();
  return (
    <div className={styles.sidebar}>
      <TenantSwitcher />
      <nav aria-label="Main" className={styles.nav}>
        {screens.map(({ path, label, icon: Icon }) => {
          const here = path === '/' ? location === '/' : location.startsWith(path);
          return (
            <Link
              key={path}
              href={path}
              className={styles.link}
              aria-current={here ? 'page' : undefined}
            >
              <Icon aria-hidden="true" />
              {label}
            </Link>
          );
        })}
      </nav>
      <div className={styles.foot}>
        <Segmented label="Theme" value={theme} onChange={setTheme} options={themes} />
        <div className={styles.user}>
          <span className={styles.email} title={user.email}>
            {user.email}
          </span>
          <IconButton
            label="Sign out"
            size="small"
            busy={signOut.isPending}
            onClick={() =>
              signOut.mutate(undefined, { onError: (error) => toast.failure(sentenceFor(error)) })
            }
          >
            <LogOut />
          </IconButton>
        </div>
      </div>
    </div>
  );
}
