import type { CsrfStore, Http } from './http';
import { Problem } from './problem';

export type Role = 'owner' | 'admin' | 'viewer';

export interface User {
  id: string;
  email: string;
  role: Role;
}

export interface Session {
  user: User;
  csrf_token: string;
  expires_at: string;
}

export interface Credentials {
  email: string;
  password: string;
}

export function identityApi(http: Http, csrf: CsrfStore) {
  function remember(session: Session): Session {
    csrf.set(session.csrf_token);
    return session;
  }

  return {
    /** Who is signed in, or null. */
    async current(): Promise<Session | null> {
      try {
        return remember(await http.get<Session>('session'));
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      }
    },
    async signIn(credentials: Credentials): Promise<Session> {
      return remember(await http.post<Session>('session', credentials));
    },
    async setUp(setupToken: string, credentials: Credentials): Promise<Session> {
      await http.post('setup', { setup_token: setupToken, ...credentials });
      return remember(await http.post<Session>('session', credentials));
    },
    async signOut(): Promise<void> {
      await http.delete('session');
      csrf.set(null);
    },
  };
}
