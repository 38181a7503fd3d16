import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Backoff } from './backoff';
import { Connection, type ConnectionState } from './connection';
import { FakeSocket } from './fake-socket';

let needed: boolean;
let states: ConnectionState[];
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.made = [];
  needed = true;
  states = [];
  connection = new Connection(
    'ws://chat.test/',
    {
      onOpen: () => undefined,
      onFrame: () => undefined,
      onState: (state) => states.push(state),
      isNeeded: () => needed,
    },
    new Backoff(() => 1),
  );
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('comes back after a drop, waiting longer each time', () => {
  connection.connect();
  FakeSocket.latest.drop();
  vi.advanceTimersByTime(499);
  expect(FakeSocket.made).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(FakeSocket.made).toHaveLength(2);
  FakeSocket.latest.drop();
  vi.advanceTimersByTime(999);
  expect(FakeSocket.made).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(FakeSocket.made).toHaveLength(3);
});

it('stays away after a drop that nobody minds', () => {
  connection.connect();
  FakeSocket.latest.accept();
  needed = false;
  FakeSocket.latest.drop();
  vi.advanceTimersByTime(120_000);
  expect(FakeSocket.made).toHaveLength(1);
  expect(connection.state).toBe('idle');
});

it('does not insist where its origin is refused', () => {
  connection.connect();
  FakeSocket.latest.accept();
  FakeSocket.latest.drop(4403);
  vi.advanceTimersByTime(120_000);
  expect(FakeSocket.made).toHaveLength(1);
  expect(states.at(-1)).toBe('refused');
});

it('gives a server that saw too many frames half a minute', () => {
  connection.connect();
  FakeSocket.latest.accept();
  FakeSocket.latest.drop(4429);
  vi.advanceTimersByTime(29_999);
  expect(FakeSocket.made).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(FakeSocket.made).toHaveLength(2);
});

it('tries at once when the network is back', () => {
  connection.connect();
  FakeSocket.latest.drop();
  dispatchEvent(new Event('online'));
  expect(FakeSocket.made).toHaveLength(2);
});

it('pings, and leaves a connection that no longer answers', () => {
  connection.connect();
  FakeSocket.latest.accept();
  vi.advanceTimersByTime(25_000);
  expect(FakeSocket.latest.sent).toEqual([{ type: 'ping' }]);
  FakeSocket.latest.say({ type: 'pong' });
  vi.advanceTimersByTime(25_000 + 10_000);
  expect(states.at(-1)).toBe('waiting');
});

it('stays with a server that never answers pings', () => {
  connection.connect();
  FakeSocket.latest.accept();
  vi.advanceTimersByTime(120_000);
  expect(connection.state).toBe('open');
});

it('leaves nothing behind when closed', () => {
  connection.connect();
  FakeSocket.latest.drop();
  connection.close();
  dispatchEvent(new Event('online'));
  vi.advanceTimersByTime(120_000);
  expect(FakeSocket.made).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
