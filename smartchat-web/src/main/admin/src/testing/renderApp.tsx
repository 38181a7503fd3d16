import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Backend } from '../../dev/backend/backend';
import { busyShop } from '../../dev/backend/seed';
import type { State } from '../../dev/backend/state';
import { App } from '../app/App';
import { createQueryClient } from '../app/queryClient';
import { createServices } from '../app/services';
import { connect } from './network';

/** The whole panel at an address, with a backend in memory behind it. */
export function renderApp(path: string, state: State = busyShop()) {
  const backend = new Backend(state);
  connect(backend);
  location.hash = path;
  const queryClient = createQueryClient();
  const user = userEvent.setup({ delay: null });
  render(<App queryClient={queryClient} services={createServices(queryClient)} />);
  const requests = (method: string, target: string) =>
    backend.calls.filter((call) => call.method === method && call.path === target);
  return { user, backend, state, requests };
}
