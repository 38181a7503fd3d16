import { expect, it } from 'vitest';
import { Backend } from '../../dev/backend/backend';
import { addSource, freshStart } from '../../dev/backend/seed';
import { connect } from '../testing/network';
import { createHttp } from './http';
import { knowledgeApi } from './knowledge';

it('follows the cursor until a list is complete and in order', async () => {
  const state = freshStart();
  const tenant = state.tenants[0]!;
  for (let number = 0; number < 230; number++) addSource(tenant, `doc-${number}.txt`, 'ready');
  const backend = new Backend(state);
  connect(backend);
  const csrf = { get: () => 'csrf-1', set: () => {} };
  const api = knowledgeApi(createHttp({ csrf, onUnauthorized: () => {}, tenantId: tenant.id }));

  const names = (await api.list()).map((source) => source.filename);

  expect(names).toEqual(tenant.sources.map((source) => source.filename));
  expect(backend.calls).toHaveLength(3);
});
