import { chatRoutes } from './chat';
import { notFound, problem, type Call, type Reply } from './exchange';
import { identityRoutes } from './identity';
import { knowledgeRoutes } from './knowledge';
import { llmRoutes } from './llm';
import { dispatch, tenantOf } from './routing';
import { emptyState, type State } from './state';
import { tenantRoutes } from './tenant';
import { usageRoutes } from './usage';
import { widgetRoutes } from './widget';

const tenantScopedRoutes = {
  ...llmRoutes,
  ...knowledgeRoutes,
  ...widgetRoutes,
  ...chatRoutes,
  ...usageRoutes,
};

/**
 * The admin API in memory, to the contract of the HTTP protocol: behind the tests as their fetch, and
 * behind `npm run dev:mock` as a server.
 */
export class Backend {
  readonly state: State;
  /** Everything that was asked, in order. */
  readonly calls: Call[] = [];

  constructor(state: State = emptyState()) {
    this.state = state;
  }

  handle(call: Call): Reply {
    this.calls.push(call);
    const open = call.path === 'setup' || (call.path === 'session' && call.method !== 'DELETE');
    if (open) return dispatch(identityRoutes, call, this.state) ?? notFound;
    if (!this.state.csrfToken) return problem(401, 'not_signed_in', 'Please sign in.');
    if (call.method !== 'GET' && call.headers['x-csrf-token'] !== this.state.csrfToken) {
      return problem(403, 'csrf', 'The CSRF token is missing or wrong.');
    }
    const reply = dispatch({ ...identityRoutes, ...tenantRoutes }, call, this.state);
    if (reply) return reply;
    const tenant = tenantOf(this.state, call);
    if (!tenant) return notFound;
    return dispatch(tenantScopedRoutes, call, { state: this.state, tenant }) ?? notFound;
  }
}
