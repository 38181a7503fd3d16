import { describe, expect, it } from 'vitest';
import { LoginMemory } from './login-memory';
import { newSessionId, Sessions } from './session';
import { durable, MemoryStore } from './storage';
import { visitorKey, type Visitor } from './visitor';

const anonymous: Visitor = { hints: {} };
const ada: Visitor = { hints: { userId: '7' } };

function token(claims: object): string {
  const part = (value: object): string =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${part({ alg: 'HS256' })}.${part(claims)}.c2ln`;
}

describe('a session id', () => {
  it('is 32 characters the server accepts, and never the same', () => {
    const ids = new Set(Array.from({ length: 1000 }, newSessionId));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });

  it('stays the same for the same visitor and key', () => {
    const store = new MemoryStore();
    const id = new Sessions(store, 'k').idFor(ada);
    expect(new Sessions(store, 'k').idFor(ada)).toBe(id);
    expect(new Sessions(store, 'other').idFor(ada)).not.toBe(id);
  });

  it('is a fresh one when somebody else is visiting, and when they come back', () => {
    const sessions = new Sessions(new MemoryStore(), 'k');
    const first = sessions.idFor(ada);
    const second = sessions.idFor(anonymous);
    expect(second).not.toBe(first);
    expect(sessions.idFor(ada)).not.toBe(first);
  });

  it('survives a renewed token of the same person', () => {
    const sessions = new Sessions(new MemoryStore(), 'k');
    const first = sessions.idFor({ token: token({ sub: 'ü7', exp: 1 }), hints: {} });
    expect(sessions.idFor({ token: token({ sub: 'ü7', exp: 2 }), hints: {} })).toBe(first);
    expect(sessions.idFor({ token: token({ sub: '8', exp: 2 }), hints: {} })).not.toBe(first);
  });

  it('is replaced when what is stored is not one', () => {
    const store = new MemoryStore();
    for (const broken of ['{', '7', '{"id":"short","owner":""}', '{"id":"../../../../../etc"}']) {
      store.setItem('smartchat:session:k', broken);
      expect(new Sessions(store, 'k').idFor(anonymous)).toMatch(/^[\w-]{32}$/);
    }
  });

  it('is kept in memory where storage is blocked', () => {
    const blocked = durable(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const sessions = new Sessions(blocked, 'k');
    expect(sessions.idFor(anonymous)).toBe(sessions.idFor(anonymous));
  });
});

describe('who is visiting', () => {
  it('is told by the subject, not by a hint that comes with the token', () => {
    expect(visitorKey({ token: token({ user_id: 5 }), hints: { userId: 'x' } })).toBe('t:5');
    expect(visitorKey({ token: 'opaque', hints: {} })).toBe('t:opaque');
    expect(visitorKey(anonymous)).toBe('');
  });
});

describe('a login made in the widget', () => {
  it('is forgotten when it has ended', () => {
    let now = 1000;
    const logins = new LoginMemory(new MemoryStore(), 'k', () => now);
    logins.remember({ token: 't', name: 'Ada', expiresAt: 2000 });
    expect(logins.recall()).toEqual({ token: 't', name: 'Ada', expiresAt: 2000 });
    now = 2000;
    expect(logins.recall()).toBeUndefined();
  });
});
