import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientFrame, ServerFrame } from '../transport/frames';
import type { StoredMessage } from '../transport/http';
import { Conversation } from './conversation';
import { Answer, Question } from './message';

let sent: ClientFrame[];
let online: boolean;
let stored: StoredMessage[];
let refused: string[];
let answered: string[];
let conversation: Conversation;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  online = true;
  stored = [];
  refused = [];
  answered = [];
  conversation = new Conversation({
    apiKey: 'key',
    token: () => undefined,
    hints: () => ({ user_id: '7' }),
    send: (frame) => online && sent.push(frame) > 0,
    connect: () => undefined,
    stored: async () => stored,
    onAsked: () => undefined,
    onAnswered: (answer) => answered.push(answer.text),
    onFailed: () => undefined,
    onRefused: (code) => code === 'login_required' && refused.push(code) > 0,
  });
});

afterEach(() => {
  conversation.destroy();
  vi.useRealTimers();
});

function say(...frames: ServerFrame[]): void {
  for (const frame of frames) conversation.receive(frame);
}

const start = (id = 'a1'): ServerFrame => ({
  type: 'start',
  message_id: id,
  user_message_id: 'q1',
});
const chunk = (seq: number, content: string, id = 'a1'): ServerFrame => ({
  type: 'chunk',
  message_id: id,
  seq,
  content,
});
const done = (seq: number, id = 'a1'): ServerFrame => ({
  type: 'done',
  message_id: id,
  seq,
  status: 'complete',
});
const error = (code: string, more: object = {}): ServerFrame => ({
  type: 'error',
  code,
  message: 'No.',
  ...more,
});

function answer(): Answer {
  const last = conversation.messages.findLast((message) => message instanceof Answer);
  if (!last) throw new Error('no answer yet');
  return last;
}

function message(id: string, role: 'user' | 'assistant', content: string, at: number, status = '') {
  const created_at = new Date(at).toISOString();
  const more = { sources: [], feedback: null, status: status || 'complete' };
  return { id, role, content, created_at, ...more } satisfies StoredMessage;
}

function disconnect(): void {
  online = false;
}

function reconnect(): void {
  online = true;
  sent.length = 0;
  conversation.connected();
}

describe('a turn', () => {
  it('sends the question with its own id and the hints, and gathers the answer', () => {
    conversation.ask('Why?');
    expect(sent).toEqual([
      {
        message: 'Why?',
        api_key: 'key',
        client_message_id: (conversation.messages[0] as Question).clientId,
        user_id: '7',
      },
    ]);
    say(start(), chunk(1, 'Be'), chunk(2, 'cause.'), done(2));
    expect(answer().text).toBe('Because.');
    expect(answer().status).toBe('complete');
    expect(answered).toEqual(['Because.']);
  });

  it('works with a server that knows chunk, done and error only', () => {
    conversation.ask('Why?');
    say(
      { type: 'chunk', content: 'Be' },
      { type: 'chunk', content: 'cause.' },
      { type: 'done', status: 'complete' },
    );
    expect(answered).toEqual(['Because.']);
  });

  it('ends also when the done frame has a number of its own', () => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'So.'), done(2));
    expect(answered).toEqual(['So.']);
  });

  it('asks once for what is missing, and shows nothing twice', () => {
    conversation.ask('Why?');
    sent.length = 0;
    say(start(), chunk(1, 'a'), chunk(3, 'c'), chunk(4, 'd'));
    expect(sent).toEqual([{ type: 'resume', api_key: 'key', message_id: 'a1', after: 1 }]);
    say(chunk(2, 'b'), chunk(3, 'c'), chunk(4, 'd'), chunk(5, 'e'), done(5));
    expect(answered).toEqual(['abcde']);
  });

  it('does not end before the last chunks are there', () => {
    conversation.ask('Why?');
    sent.length = 0;
    say(start(), chunk(1, 'a'), done(4));
    expect(answered).toEqual([]);
    expect(sent).toEqual([{ type: 'resume', api_key: 'key', message_id: 'a1', after: 1 }]);
    say(chunk(2, 'b'), chunk(3, 'c'), chunk(4, 'd'), done(4));
    expect(answered).toEqual(['abcd']);
  });

  it('keeps a second question until the first is answered', () => {
    conversation.ask('One?');
    conversation.ask('Two?');
    expect(sent).toHaveLength(1);
    say(start(), chunk(1, '1'), done(1));
    expect(sent[1]).toMatchObject({ message: 'Two?' });
    say(start('a2'), chunk(1, '2', 'a2'), done(1, 'a2'));
    expect(answered).toEqual(['1', '2']);
  });
});

describe('after a lost connection', () => {
  it('goes on behind the last chunk', () => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'a'), chunk(2, 'b'));
    disconnect();
    reconnect();
    expect(sent).toEqual([{ type: 'resume', api_key: 'key', message_id: 'a1', after: 2 }]);
    say(start(), chunk(2, 'b'), chunk(3, 'c'), done(3));
    expect(answered).toEqual(['abc']);
  });

  it('sends an unheard question again as the same turn', () => {
    disconnect();
    conversation.ask('Why?');
    const { clientId } = conversation.messages[0] as Question;
    reconnect();
    expect(sent).toEqual([
      { message: 'Why?', api_key: 'key', client_message_id: clientId, user_id: '7' },
    ]);
    reconnect();
    expect(sent[0]).toMatchObject({ client_message_id: clientId });
  });

  it('shows what the server stored when it can’t resume', async () => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'a'));
    stored = [message('q1', 'user', 'Why?', 1), message('a1', 'assistant', 'abc', 2)];
    reconnect();
    say(error('invalid_json'));
    await vi.advanceTimersByTimeAsync(0);
    expect(answer().text).toBe('abc');
    expect(answer().status).toBe('complete');
  });

  it('says that the answer was cut off when nothing was stored, and keeps what there is', async () => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'a'));
    reconnect();
    say(error('invalid_json'));
    await vi.advanceTimersByTimeAsync(0);
    expect(answer().text).toBe('a');
    expect(answer().status).toBe('interrupted');
    expect(conversation.running).toBeUndefined();
  });

  it('looks into the history when resume is met with silence', async () => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'a'));
    stored = [message('q1', 'user', 'Why?', 1), message('a1', 'assistant', 'abc', 2)];
    reconnect();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(answered).toEqual(['abc']);
  });
});

describe('stop', () => {
  it('ends with what the server says', () => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'a'));
    conversation.stop();
    expect(sent.at(-1)).toEqual({ type: 'stop' });
    say({ type: 'done', message_id: 'a1', seq: 1, status: 'stopped' });
    expect(answer().status).toBe('stopped');
  });

  it.each([
    ['an error', () => say(error('invalid_json'))],
    ['silence', () => vi.advanceTimersByTime(3_000)],
  ])('ends also when the server answers with %s', (_, reply) => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'a'));
    conversation.stop();
    reply();
    expect(answer().status).toBe('stopped');
    expect(answer().failure).toBeUndefined();
  });

  it('keeps late chunks of the stopped answer out of the next one', () => {
    conversation.ask('One?');
    say(start(), chunk(1, 'a'));
    conversation.stop();
    vi.advanceTimersByTime(3_000);
    conversation.ask('Two?');
    say(chunk(2, 'late'), done(2), start('a2'), chunk(1, 'b', 'a2'), done(1, 'a2'));
    expect(answered).toEqual(['a', 'b']);
  });

  it('takes back a question that never left', () => {
    disconnect();
    conversation.ask('Why?');
    conversation.stop();
    expect(conversation.messages).toHaveLength(1);
    expect((conversation.messages[0] as Question).status).toBe('unsent');
  });
});

describe('regenerate', () => {
  beforeEach(() => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'old'), done(1));
    sent.length = 0;
    conversation.regenerate(answer());
  });

  it('replaces the answer', () => {
    expect(sent).toEqual([{ type: 'regenerate', api_key: 'key', message_id: 'a1' }]);
    say(start('a2'), chunk(1, 'new', 'a2'), done(1, 'a2'));
    expect(answer().text).toBe('new');
    expect(answer().id).toBe('a2');
    expect(conversation.messages).toHaveLength(2);
  });

  it('gives the old answer back when it fails', () => {
    say(error('llm_unavailable'));
    expect(answer().text).toBe('old');
    expect(answer().id).toBe('a1');
    expect(answer().status).toBe('complete');
    expect(answer().failure?.code).toBe('llm_unavailable');
  });

  it('asks anew where the server does not know the frame', () => {
    say(error('empty_message'));
    expect(sent.at(-1)).toMatchObject({ message: 'Why?' });
  });
});

describe('an error', () => {
  it('stands in the place of the answer, and may be tried again as the same turn', () => {
    conversation.ask('Why?');
    say(error('rate_limited', { retry_after: 5 }));
    expect(answer().status).toBe('failed');
    expect(answer().failure).toMatchObject({ code: 'rate_limited', retryAt: Date.now() + 5000 });
    sent.length = 0;
    conversation.retry(answer());
    const { clientId } = conversation.messages[0] as Question;
    expect(sent).toEqual([expect.objectContaining({ client_message_id: clientId })]);
    say(start(), chunk(1, 'ok'), done(1));
    expect(answered).toEqual(['ok']);
  });

  it('asks for a new answer when the turn had begun', () => {
    conversation.ask('Why?');
    say(start(), chunk(1, 'par'), error('llm_timeout', { message_id: 'a1' }));
    expect(answer().status).toBe('interrupted');
    conversation.retry(answer());
    expect(sent.at(-1)).toMatchObject({ type: 'regenerate', message_id: 'a1' });
  });

  it('is left to the login when that is what is missing', () => {
    conversation.ask('Why?');
    say(error('login_required'));
    expect(refused).toEqual(['login_required']);
    expect(answer().failure).toBeUndefined();
  });

  it('without a running turn is passed over', () => {
    say(error('invalid_json'));
    expect(conversation.messages).toEqual([]);
  });
});

describe('history', () => {
  it('is shown oldest first, each message once, in whatever order pages come', () => {
    const first = message('m1', 'user', '1', 1);
    const second = message('m2', 'assistant', '2', 2);
    conversation.load([message('m3', 'user', '3', 3), message('m4', 'assistant', '4', 4)]);
    conversation.load([second, first]);
    conversation.load([second]);
    expect(conversation.messages.map((known) => known.text)).toEqual(['1', '2', '3', '4']);
  });

  it('stands before a question that was asked meanwhile', () => {
    conversation.ask('now');
    conversation.load([message('m1', 'user', 'then', 1)]);
    expect(conversation.messages[0]?.text).toBe('then');
  });

  it('takes up an answer that is still being written', () => {
    conversation.load([
      message('q1', 'user', 'Why?', 1),
      message('a1', 'assistant', 'ab', 2, 'streaming'),
    ]);
    expect(sent).toEqual([{ type: 'resume', api_key: 'key', message_id: 'a1', after: 0 }]);
    say(start(), chunk(1, 'ab'), chunk(2, 'c'), done(2));
    expect(answer().text).toBe('abc');
    expect(answer().status).toBe('complete');
  });
});
