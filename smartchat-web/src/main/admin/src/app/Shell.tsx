import { Menu } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { User } from '../api/identity';
import { IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Skeleton } from '../ui/Skeleton';
import { Brand } from './Brand';
import { NotFound } from './NotFound';
import { ScreenOutlet } from './ScreenOutlet';
import { screens } from './screens';
import styles from './Shell.module.css';
import { Sidebar } from './Sidebar';

/** The panel's frame: navigation at the side (behind a button on small windows) and the screen. */
export function Shell({ user }: { user: User }) {
  const [navOpen, setNavOpen] = useState(false);
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const screenPath = `/${location.split('/')[1] ?? ''}`;
  const first = useRef(true);

  useEffect(() => {
    setNavOpen(false);
    // A new screen is announced and starts at its top, as a new page would.
    if (!first.current) main.current?.focus();
    first.current = false;
    window.scrollTo(0, 0);
  }, [screenPath]);

  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <header className={styles.topbar}>
        <IconButton label="Open the menu" onClick={() => setNavOpen(true)}>
          <Menu />
        </IconButton>
        <Brand />
      </header>
      <Dialog open={navOpen} onOpenChange={setNavOpen} title="Menu" shape="drawer">
        <Sidebar user={user} />
      </Dialog>
      <aside className={styles.side}>
        <Brand />
        <Sidebar user={user} />
      </aside>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Suspense fallback={<Skeleton lines={6} label="Loading the screen" />}>
          <Switch>
            {screens.map((screen) => (
              <Route key={screen.path} path={screen.pattern ?? screen.path}>
                <ScreenOutlet screen={screen} />
              </Route>
            ))}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </main>
    </div>
  );
}
