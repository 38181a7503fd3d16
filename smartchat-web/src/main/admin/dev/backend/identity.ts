import { created, noContent, ok, problem, type Reply } from './exchange';
import { text, type Routes } from './routing';
import type { State } from './state';

const MAX_FAILURES = 5;

function session(state: State, email: string): Reply {
  state.csrfToken = 'csrf-1';
  return ok({
    token: 'jwt',
    csrf_token: state.csrfToken,
    expires_at: new Date(Date.now() + 8 * 3600_000).toISOString(),
    user: { id: 'user-1', email, role: 'owner' },
  });
}

/** Open to anyone. */
export const identityRoutes: Routes<State> = {
  'POST setup': ({ body }, state) => {
    if (state.account) return problem(409, 'already_set_up', 'SmartChat is already set up.');
    if (text(body.setup_token) !== state.setupToken) {
      return problem(403, 'invalid_setup_token', 'This set-up link is not valid.');
    }
    state.account = { email: text(body.email), password: text(body.password) };
    return created({ id: 'user-1', email: state.account.email, role: 'owner' });
  },
  'POST session': ({ body }, state) => {
    if (state.failedSignIns >= MAX_FAILURES) {
      return problem(429, 'rate_limited', 'Too many tries.', { headers: { 'Retry-After': '30' } });
    }
    const { account } = state;
    if (account?.email !== text(body.email) || account.password !== text(body.password)) {
      state.failedSignIns++;
      return problem(401, 'invalid_credentials', 'The email or the password is not right.');
    }
    state.failedSignIns = 0;
    return session(state, account.email);
  },
  'GET session': (_, state) =>
    state.csrfToken && state.account
      ? session(state, state.account.email)
      : problem(401, 'not_signed_in', 'Please sign in.'),
  'DELETE session': (_, state) => {
    state.csrfToken = null;
    return noContent;
  },
};
