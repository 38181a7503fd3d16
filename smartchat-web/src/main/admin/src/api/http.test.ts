import { describe, expect, it, vi } from 'vitest';
import { disconnect } from '../testing/network';
import { createCsrfStore } from './csrf';
import { createHttp } from './http';
import { Problem } from './problem';

function answering(response: Response) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    asked.push(new Request(new URL(input, 'http://localhost:8000'), init));
    return Promise.resolve(response);
  });
  return asked;
}

function http(tenantId?: string) {
  const csrf = createCsrfStore();
  csrf.set('csrf-7');
  const onUnauthorized = vi.fn();
  return { onUnauthorized, http: createHttp({ csrf, onUnauthorized, tenantId }) };
}

async function failureOf(promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
}

describe('the HTTP client', () => {
  it('sends the CSRF token with writes and not with reads', async () => {
    const asked = answering(Response.json({}));
    await http().http.get('tenants');
    answering(Response.json({}));
    expect(asked[0]?.headers.get('X-CSRF-Token')).toBeNull();
    for (const method of ['post', 'put'] as const) {
      const written = answering(Response.json({}));
      await http().http[method]('tenants', { name: 'Shop' });
      expect(written[0]?.headers.get('X-CSRF-Token')).toBe('csrf-7');
      expect(await written[0]?.json()).toEqual({ name: 'Shop' });
    }
  });

  it('names the tenant in every call of a tenant and leaves empty parameters out', async () => {
    const asked = answering(Response.json({}));
    await http('t-1').http.get('conversations', { query: '', limit: 30, cursor: undefined });
    expect(asked[0]?.url).toBe(
      'http://localhost:8000/api/admin/conversations?tenant_id=t-1&limit=30',
    );
  });

  it('turns a problem into its code, sentence, fields and trace', async () => {
    const body = {
      code: 'validation',
      detail: 'Please check the marked fields.',
      trace_id: 'abc',
      errors: [{ field: 'name', message: 'Give it a name.' }],
    };
    answering(Response.json(body, { status: 422 }));
    const failure = await failureOf(http().http.post('tenants', {}));
    expect(failure).toMatchObject({ status: 422, code: 'validation', traceId: 'abc' });
    expect(failure.message).toBe('Please check the marked fields.');
    expect(failure.fieldError('name')).toBe('Give it a name.');
    expect(failure.fieldError('other')).toBeUndefined();
  });

  it('copes with a failure that is not a problem document', async () => {
    answering(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await failureOf(http().http.get('tenants'))).toMatchObject({ status: 502, message: '' });
  });

  it('keeps how long to wait after too many tries', async () => {
    answering(Response.json({}, { status: 429, headers: { 'Retry-After': '17' } }));
    expect((await failureOf(http().http.get('tenants'))).retryAfter).toBe(17);
  });

  it('reports a lost session, and only that', async () => {
    answering(Response.json({}, { status: 403 }));
    const forbidden = http();
    await failureOf(forbidden.http.get('tenants'));
    expect(forbidden.onUnauthorized).not.toHaveBeenCalled();

    answering(Response.json({}, { status: 401 }));
    const lost = http();
    await failureOf(lost.http.get('tenants'));
    expect(lost.onUnauthorized).toHaveBeenCalledOnce();
  });

  it('calls a server that does not answer unreachable', async () => {
    disconnect();
    expect(await failureOf(http().http.get('tenants'))).toMatchObject({ status: 0 });
  });
});
