import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { SignIn } from '../features/identity/SignIn';
import { ErrorNote } from '../ui/ErrorNote';
import { Skeleton } from '../ui/Skeleton';
import { FrontDoor } from '../features/identity/FrontDoor';
import { useSession } from './session';
import { Shell } from './Shell';
import { TenantsProvider } from './tenants';

const SetUp = lazy(() => import('../features/identity/SetUp'));

/** Decides between set-up, sign-in and the panel itself. */
export function Gate() {
  const session = useSession();
  if (session.error) {
    return (
      <FrontDoor title="SmartChat isn’t answering">
        <ErrorNote error={session.error} onRetry={() => void session.refetch()} />
      </FrontDoor>
    );
  }
  if (session.data === undefined) return <Skeleton label="Loading the admin panel" />;
  if (session.data === null) {
    return (
      <Suspense fallback={<Skeleton label="Loading" />}>
        <Switch>
          <Route path="/setup/:token?">{({ token }) => <SetUp token={token ?? ''} />}</Route>
          <Route>
            <SignIn />
          </Route>
        </Switch>
      </Suspense>
    );
  }
  return (
    <TenantsProvider>
      <Switch>
        <Route path="/setup/:token?">
          <Redirect to="/" replace />
        </Route>
        <Route>
          <Shell user={session.data.user} />
        </Route>
      </Switch>
    </TenantsProvider>
  );
}
