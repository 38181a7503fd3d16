import type { ChatContext } from '../embed/contract';
import type { Translate } from '../i18n/translate';
import { LoginMemory } from '../session/login-memory';
import { Sessions } from '../session/session';
import { lasting, perTab } from '../session/storage';
import { visitorKey, type Visitor } from '../session/visitor';
import { fetchAuthConfig, login, type AuthConfig } from '../transport/auth';
import { Connection, type ConnectionState } from '../transport/connection';
import { fetchHistory, HttpFailure, sendFeedback, type Feedback } from '../transport/http';
import { Changes } from './changes';
import { Conversation, type ConversationLinks } from './conversation';
import { Question, type Answer } from './message';
import { readSettings, type Settings } from './settings';

export type Phase = 'loading' | 'chat' | 'login' | 'sign-in-on-site';
export type LoginProblem = 'wrongLogin' | 'loginDown' | 'loginThrottled';

const OPEN: AuthConfig = { mode: 'none', requiresLogin: false };
/** Longer answers are begun by the screen reader and read on by the visitor. */
const SPOKEN = 1200;
const LOGIN_CODES = new Set(['login_required', 'token_expired', 'invalid_token']);

/** Everything behind the panel: who is there, which session, and the way to the server. */
export class ChatController {
  readonly changed = new Changes();
  phase: Phase = 'loading';
  loginEnded = false;
  historyFailed = false;
  earlier: string | undefined;
  connection: ConnectionState = 'idle';
  announcement = '';
  conversation: Conversation;
  readonly settings: Settings;
  private readonly sessions: Sessions;
  private readonly logins: LoginMemory;
  private auth: AuthConfig | undefined;
  private socket: Connection | undefined;
  private sessionId = '';
  private owner = '';
  private begun = false;
  private visible = false;
  private unread = 0;
  /** Replies to an earlier visitor's requests are recognised by it, and dropped. */
  private generation = 0;
  private pending: Question[] = [];
  /** Questions that were already taken to a fresh session once. */
  private readonly moved = new WeakSet<Question>();

  constructor(
    readonly context: ChatContext,
    readonly t: Translate,
  ) {
    const { apiKey } = context.options;
    this.settings = readSettings(context.config);
    this.sessions = new Sessions(lasting, apiKey);
    this.logins = new LoginMemory(perTab, apiKey);
    this.conversation = this.newConversation();
  }

  /** The name of a visitor who signed in with the widget's own form. */
  get signedInAs(): string | undefined {
    const held = this.context.visitor().token ? undefined : this.logins.recall();
    return held && (held.name ?? '');
  }

  show(): void {
    this.visible = true;
    this.unread = 0;
    this.context.setUnread(0);
    if (!this.begun) void this.begin();
    else if (this.phase === 'chat') this.socket?.connect();
  }

  hide(): void {
    this.visible = false;
  }

  send(text: string): void {
    const trimmed = text.trim();
    if (!trimmed) return;
    if (this.phase === 'chat') this.conversation.ask(trimmed);
    else this.pending.push(new Question(trimmed));
  }

  /** A renewed token of the same person changes nothing that can be seen. */
  visitorChanged(): void {
    const same = this.phase === 'chat' && visitorKey(this.visitor()) === this.owner;
    if (this.begun && !same) this.restart();
  }

  async signIn(email: string, password: string): Promise<LoginProblem | undefined> {
    try {
      const reply = await login(this.who(), email, password);
      if (!reply) return 'wrongLogin';
      this.logins.remember(reply);
      this.loginEnded = false;
      this.context.events.emit('login', {
        ...(reply.userId && { user_id: reply.userId }),
        ...(reply.name && { user_name: reply.name }),
      });
      this.restart();
      return undefined;
    } catch (fault) {
      return fault instanceof HttpFailure && fault.status === 429 ? 'loginThrottled' : 'loginDown';
    }
  }

  signOut(): void {
    this.logout();
    this.context.events.emit('logout', undefined);
  }

  logout(): void {
    this.sessions.forget();
    this.logins.forget();
    this.pending = [];
    if (this.begun) this.restart();
  }

  async loadEarlier(): Promise<void> {
    await this.loadHistory(this.generation, this.earlier);
  }

  async rate(answer: Answer, value: Feedback): Promise<void> {
    if (!answer.id) return;
    const before = answer.feedback;
    answer.feedback = value;
    this.changed.notify();
    try {
      await sendFeedback(this.who(), answer.id, value);
    } catch {
      answer.feedback = before;
      this.changed.notify();
    }
  }

  /** Trying to reconnect, and not for the first time. */
  get troubled(): boolean {
    return this.connection === 'connecting' && (this.socket?.failedTries ?? 0) > 0;
  }

  announce(text: string): void {
    this.announcement = text;
    this.changed.notify();
  }

  destroy(): void {
    this.generation += 1;
    this.conversation.destroy();
    this.socket?.close();
  }

  private restart(): void {
    this.destroy();
    this.socket = undefined;
    this.connection = 'idle';
    this.earlier = undefined;
    this.historyFailed = false;
    this.conversation = this.newConversation();
    this.begun = false;
    this.phase = 'loading';
    this.changed.notify();
    if (this.visible) void this.begin();
  }

  private async begin(): Promise<void> {
    this.begun = true;
    const generation = ++this.generation;
    // Unknown is taken as open to all: the server enforces it on every frame anyway.
    this.auth ??= await fetchAuthConfig(this.who()).catch(() => undefined);
    if (generation !== this.generation) return;
    if (!this.mayChat()) return;
    this.owner = visitorKey(this.visitor());
    this.sessionId = this.sessions.idFor(this.visitor());
    this.openSocket();
    await this.loadHistory(generation);
    if (generation !== this.generation) return;
    this.phase = 'chat';
    this.changed.notify();
    for (const question of this.pending.splice(0)) this.conversation.put(question);
  }

  private mayChat(): boolean {
    const { mode, requiresLogin } = this.auth ?? OPEN;
    if (!requiresLogin || this.token() !== undefined) return true;
    this.phase = mode === 'external_api' ? 'login' : 'sign-in-on-site';
    this.changed.notify();
    return false;
  }

  private openSocket(): void {
    const url = new URL(`api/chat/ws/chat/${this.sessionId}`, this.context.options.base);
    url.protocol = url.protocol.replace('http', 'ws');
    const { conversation } = this;
    this.socket = new Connection(url.href, {
      onOpen: () => conversation.connected(),
      onFrame: (frame) => conversation.receive(frame),
      onState: (state) => {
        this.connection = state;
        this.changed.notify();
      },
      isNeeded: () => this.visible || conversation.running !== undefined,
    });
    this.socket.connect();
  }

  private async loadHistory(generation: number, cursor?: string): Promise<void> {
    try {
      const page = await fetchHistory(this.who(), this.sessionId, cursor);
      if (generation !== this.generation) return;
      this.historyFailed = false;
      this.earlier = page.next_cursor;
      this.conversation.load(page.messages);
    } catch (fault) {
      if (generation !== this.generation) return;
      const rejected = fault instanceof HttpFailure && fault.status === 401;
      if (rejected && this.token() && this.refuse('invalid_token', undefined)) return;
      this.historyFailed = true;
    }
    this.changed.notify();
  }

  private newConversation(): Conversation {
    const { context } = this;
    const links: ConversationLinks = {
      apiKey: context.options.apiKey,
      token: () => this.token(),
      hints: () => hintFields(context.visitor()),
      send: (frame) => this.socket?.send(frame) ?? false,
      connect: () => this.socket?.connect(),
      stored: async () => (await fetchHistory(this.who(), this.sessionId)).messages,
      onAsked: ({ clientId, text }) => {
        this.announcement = this.t('writing');
        context.events.emit('message', { id: clientId, text });
      },
      onAnswered: (answer) => this.answered(answer),
      onFailed: (code, message) => {
        const shown = this.t.error(code, message);
        this.announce(shown);
        context.events.emit('error', { code, message: shown });
      },
      onRefused: (code, question) => this.refuse(code, question),
    };
    const conversation = new Conversation(links);
    conversation.changed.subscribe(() => this.changed.notify());
    return conversation;
  }

  private answered(answer: Answer): void {
    this.context.events.emit('answer', {
      message_id: answer.id ?? '',
      text: answer.text,
      status: answer.status,
      sources: [...answer.sources],
    });
    this.announcement = plainText(answer.text).slice(0, SPOKEN);
    if (!this.visible) this.context.setUnread(++this.unread);
  }

  private refuse(code: string, question: Question | undefined): boolean {
    if (LOGIN_CODES.has(code)) {
      this.auth ??= OPEN;
      this.loginEnded = code !== 'login_required';
      this.logins.forget();
      this.keepForLater(question);
      this.auth = { ...this.auth, requiresLogin: true };
      this.destroy();
      this.conversation = this.newConversation();
      this.phase = this.auth.mode === 'external_api' ? 'login' : 'sign-in-on-site';
      this.changed.notify();
      return true;
    }
    if (code === 'session_taken' && question && !this.moved.has(question)) {
      this.moved.add(question);
      this.sessions.forget();
      this.keepForLater(question);
      this.restart();
      return true;
    }
    return false;
  }

  private keepForLater(question: Question | undefined): void {
    if (question) this.pending.push(question);
  }

  private visitor(): Visitor {
    const token = this.token();
    return { ...this.context.visitor(), ...(token && { token }) };
  }

  private token(): string | undefined {
    return this.context.visitor().token ?? this.logins.recall()?.token;
  }

  private who() {
    const { base, apiKey } = this.context.options;
    return { base, apiKey, token: () => this.token() };
  }
}

/** What a screen reader should say of an answer: the words, not the Markdown. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[(\d{1,2})\]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~#>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function hintFields({ hints }: Visitor) {
  return {
    ...(hints.userId && { user_id: hints.userId }),
    ...(hints.name && { user_name: hints.name }),
    ...(hints.email && { user_email: hints.email }),
    ...(hints.meta !== undefined && { user_meta: hints.meta }),
  };
}
