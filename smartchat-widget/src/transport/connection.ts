import { Backoff } from './backoff';
import { parseFrame, type ClientFrame, type ServerFrame } from './frames';

export type ConnectionState = 'idle' | 'connecting' | 'open' | 'waiting' | 'refused';

export interface ConnectionEvents {
  onOpen(): void;
  onFrame(frame: ServerFrame): void;
  onState(state: ConnectionState): void;
  /** Asked after a drop: is anybody waiting for this connection? */
  isNeeded(): boolean;
}

const PING_EVERY = 25_000;
const PONG_WITHIN = 10_000;
const ORIGIN_REFUSED = 4403;
const TOO_MANY_FRAMES = 4429;
const COOL_DOWN = 30_000;

/** One WebSocket that comes back by itself while it is needed. */
export class Connection {
  private socket: WebSocket | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ping: ReturnType<typeof setInterval> | undefined;
  private pong: ReturnType<typeof setTimeout> | undefined;
  private answersPings = false;
  private status: ConnectionState = 'idle';

  constructor(
    private readonly url: string,
    private readonly events: ConnectionEvents,
    private readonly backoff = new Backoff(),
  ) {
    addEventListener('online', this.hurry);
    document.addEventListener('visibilitychange', this.hurry);
  }

  get state(): ConnectionState {
    return this.status;
  }

  get failedTries(): number {
    return this.backoff.tries;
  }

  connect(): void {
    if (this.status === 'open' || this.status === 'connecting') return;
    clearTimeout(this.retry);
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.become('connecting');
    socket.onopen = () => {
      this.backoff.reset();
      this.ping = setInterval(() => this.probe(), PING_EVERY);
      this.become('open');
      this.events.onOpen();
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string') this.receive(event.data);
    };
    socket.onclose = (event) => this.lost(event.code);
  }

  send(frame: ClientFrame): boolean {
    if (this.status !== 'open' || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  close(): void {
    removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.hurry);
    this.detach();
    this.status = 'idle';
  }

  private receive(text: string): void {
    const frame = parseFrame(text);
    clearTimeout(this.pong);
    if (frame?.type === 'pong') this.answersPings = true;
    else if (frame) this.events.onFrame(frame);
  }

  private probe(): void {
    this.send({ type: 'ping' });
    // Silence says nothing about a server that never answered a ping.
    if (!this.answersPings) return;
    clearTimeout(this.pong);
    this.pong = setTimeout(() => this.lost(0), PONG_WITHIN);
  }

  private lost(code: number): void {
    this.detach();
    if (code === ORIGIN_REFUSED) {
      this.become('refused');
      return;
    }
    const pause = this.backoff.next();
    this.become('waiting');
    if (!this.events.isNeeded()) {
      this.become('idle');
      return;
    }
    const wait = code === TOO_MANY_FRAMES ? COOL_DOWN : pause;
    this.retry = setTimeout(() => this.connect(), wait);
  }

  private detach(): void {
    clearTimeout(this.retry);
    clearInterval(this.ping);
    clearTimeout(this.pong);
    const { socket } = this;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private become(state: ConnectionState): void {
    this.status = state;
    this.events.onState(state);
  }

  private readonly hurry = (): void => {
    if (this.status === 'waiting' && document.visibilityState === 'visible' && navigator.onLine) {
      this.connect();
    }
  };
}
