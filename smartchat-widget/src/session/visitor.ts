/** Display hints given by the page; the server treats them as unverified. */
export interface Hints {
  userId?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  meta?: unknown;
}

export interface Visitor {
  token?: string | undefined;
  hints: Hints;
}

/**
 * Who this is, as far as "is it still the same person?" goes. Tokens are renewed often, so it is
 * their subject that counts. The signature is the server's business: nothing is trusted here.
 */
export function visitorKey(visitor: Visitor): string {
  if (visitor.token) return `t:${subject(visitor.token) ?? visitor.token}`;
  const { userId, email } = visitor.hints;
  return userId || email ? `h:${userId ?? ''}|${email ?? ''}` : '';
}

function subject(token: string): string | undefined {
  const payload = token.split('.')[1];
  if (!payload) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { sub, user_id } = claims as Record<string, unknown>;
    const id = sub ?? user_id;
    return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
  } catch {
    return undefined;
  }
}
