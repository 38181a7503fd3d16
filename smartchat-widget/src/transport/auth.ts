import { failure, type Credentials } from './http';

export type AuthMode = 'none' | 'embedded_only' | 'external_api';

export interface AuthConfig {
  mode: AuthMode;
  requiresLogin: boolean;
}

export async function fetchAuthConfig(who: Credentials): Promise<AuthConfig> {
  const response = await fetch(`${who.base}api/auth/config/${encodeURIComponent(who.apiKey)}`, {
    credentials: 'omit',
  });
  if (!response.ok) throw failure(response);
  const body = (await response.json()) as Record<string, unknown>;
  const mode = body.auth_mode;
  return {
    mode: mode === 'embedded_only' || mode === 'external_api' ? mode : 'none',
    requiresLogin: body.requires_login === true,
  };
}

export interface LoginReply {
  token: string;
  userId?: string;
  name?: string;
  expiresAt?: number;
}

export async function login(
  who: Credentials,
  email: string,
  password: string,
): Promise<LoginReply | undefined> {
  const response = await fetch(`${who.base}api/auth/login/${encodeURIComponent(who.apiKey)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify({ email, password }),
  });
  if (response.status === 401) return undefined;
  if (!response.ok) throw failure(response);
  const body = (await response.json()) as Record<string, unknown>;
  if (body.success !== true || typeof body.token !== 'string') return undefined;
  const expires = typeof body.expires_at === 'string' ? Date.parse(body.expires_at) : NaN;
  return {
    token: body.token,
    ...((typeof body.user_id === 'string' || typeof body.user_id === 'number') && {
      userId: String(body.user_id),
    }),
    ...(typeof body.user_name === 'string' && { name: body.user_name }),
    ...(!Number.isNaN(expires) && { expiresAt: expires }),
  };
}
