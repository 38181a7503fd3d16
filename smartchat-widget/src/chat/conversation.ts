import type { ClientFrame, ServerFrame } from '../transport/frames';
import type { StoredMessage } from '../transport/http';
import { Changes } from './changes';
import { Answer, isEnded, Question, type AnswerStatus, type Message } from './message';
import { Turn, type Sender } from './turn';

export interface ConversationLinks extends Sender {
  /** False when the frame could not be sent; the turn is sent again on `connected()`. */
  send(frame: ClientFrame): boolean;
  connect(): void;
  stored(): Promise<StoredMessage[]>;
  onAsked(question: Question): void;
  onAnswered(answer: Answer): void;
  onFailed(code: string, message: string): void;
  /** The server wants another login or session before it takes `question`: true when handled. */
  onRefused(code: string, question: Question | undefined): boolean;
}

const STOP_WITHIN = 3_000;
const SILENCE = 20_000;
const NOT_UNDERSTOOD = new Set(['invalid_json', 'empty_message']);

/** The messages of one session and the one turn that may be running in it. */
export class Conversation {
  readonly changed = new Changes();
  messages: Message[] = [];
  private turn: Turn | undefined;
  private readonly queue: Question[] = [];
  private readonly ended = new Set<string>();
  private stopTimer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly links: ConversationLinks) {}

  get running(): Answer | undefined {
    return this.turn?.answer;
  }

  get stopping(): boolean {
    return this.turn?.stopping ?? false;
  }

  get last(): Message | undefined {
    return this.messages.at(-1);
  }

  ask(text: string): void {
    this.put(new Question(text));
  }

  /** Asks a question that another session could not take, as the same turn. */
  put(question: Question): void {
    question.status = 'sending';
    this.messages.push(question);
    this.links.onAsked(question);
    if (this.turn) this.queue.push(question);
    else this.begin(question);
    this.changed.notify();
  }

  stop(): void {
    const { turn } = this;
    if (!turn || turn.stopping) return;
    turn.stopping = true;
    const sent = this.links.send({ type: 'stop' });
    const unheard = !sent && !turn.answer.id && 'question' in turn.ask;
    if (unheard) this.withdraw(turn);
    // A server that does not know `stop` must not hold the visitor up.
    else this.stopTimer = setTimeout(() => this.finish(turn, 'stopped'), STOP_WITHIN);
    this.changed.notify();
  }

  regenerate(answer: Answer): void {
    if (this.turn || !answer.id) return;
    const again = new Turn(answer, { regenerate: answer.id });
    // Late frames of the former answer are not this one's.
    this.ended.add(answer.id);
    answer.id = undefined;
    again.restart();
    this.start(again);
  }

  retry(message: Message): void {
    if (this.turn) return;
    if (message instanceof Question) {
      this.begin(message);
    } else if (message.id) {
      this.regenerate(message);
      return;
    } else {
      const question = this.questionBefore(message);
      if (!question) return;
      message.clear();
      this.start(new Turn(message, { question }));
    }
    this.changed.notify();
  }

  /** A connection is there (again): goes on where the turn stood. */
  connected(): void {
    const { turn } = this;
    if (!turn) return;
    turn.resuming = turn.answer.id !== undefined || 'resume' in turn.ask;
    if (turn.stopping) this.links.send({ type: 'stop' });
    this.links.send(turn.frame(this.links));
    if (turn.resuming) this.watchSilence(turn);
  }

  /** Merges a page of stored messages; an answer that is still being written is taken up again. */
  load(stored: readonly StoredMessage[]): void {
    const known = new Set(this.messages.map((message) => message.id));
    const fresh = stored
      .filter((message) => !known.has(message.id))
      .map((message) => (message.role === 'user' ? Question.from(message) : Answer.from(message)));
    const live = this.messages.filter((message) => !message.createdAt);
    const past = [...fresh, ...this.messages.filter((message) => message.createdAt)];
    past.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    this.messages = [...past, ...live];
    const open = past.at(-1);
    for (const message of past) {
      if (message instanceof Answer && message.running && message !== open) {
        message.status = 'interrupted';
      }
    }
    if (open instanceof Answer && open.running && open.id && !this.turn) this.takeUp(open, open.id);
    this.changed.notify();
  }

  receive(frame: ServerFrame): void {
    const { turn } = this;
    if (!turn || frame.type === 'pong') return;
    clearTimeout(this.silence);
    if ('message_id' in frame && !this.concerns(turn, frame.type, frame.message_id)) return;
    switch (frame.type) {
      case 'start':
        this.onStart(turn, frame.message_id, frame.user_message_id);
        break;
      case 'chunk':
        this.onChunk(turn, frame.seq, frame.content);
        return;
      case 'tool':
        turn.answer.tool = frame.status === 'running' ? frame.label : undefined;
        break;
      case 'sources':
        turn.answer.sources = frame.items;
        turn.answer.grew.notify();
        break;
      case 'done':
        this.onDone(turn, frame.seq, frame.status);
        break;
      case 'error':
        this.onError(turn, frame.code, frame.message, frame.retry_after);
        break;
    }
    this.changed.notify();
  }

  destroy(): void {
    clearTimeout(this.stopTimer);
    clearTimeout(this.silence);
    this.turn = undefined;
    this.queue.length = 0;
  }

  private begin(question: Question): void {
    question.status = 'sending';
    const answer = new Answer();
    this.messages.push(answer);
    this.start(new Turn(answer, { question }));
  }

  private takeUp(answer: Answer, id: string): void {
    answer.clear();
    this.start(new Turn(answer, { resume: id }));
  }

  private start(turn: Turn): void {
    this.turn = turn;
    turn.answer.status = 'waiting';
    this.links.connect();
    turn.resuming = turn.answer.id !== undefined;
    if (this.links.send(turn.frame(this.links)) && turn.resuming) this.watchSilence(turn);
    this.changed.notify();
  }

  /** Frames of an answer that ended here may still be under way. */
  private concerns(turn: Turn, type: ServerFrame['type'], id: string | undefined): boolean {
    if (id === undefined || type === 'start') return true;
    if (turn.answer.id) return turn.answer.id === id;
    if (type === 'error') return true;
    if (this.ended.has(id)) return false;
    turn.answer.id = id;
    return true;
  }

  private onStart(turn: Turn, messageId: string, userMessageId: string | undefined): void {
    if (turn.answer.id && turn.answer.id !== messageId) turn.restart();
    this.ended.delete(messageId);
    turn.answer.id = messageId;
    if ('question' in turn.ask) {
      turn.ask.question.status = 'sent';
      turn.ask.question.id = userMessageId;
    }
  }

  private onChunk(turn: Turn, seq: number | undefined, content: string): void {
    turn.resuming = false;
    const { text, gap } = turn.order.accept(seq, content);
    const first = turn.answer.status === 'waiting';
    if (text && first) {
      turn.answer.status = 'streaming';
      turn.answer.tool = undefined;
      if ('question' in turn.ask) turn.ask.question.status = 'sent';
    }
    turn.answer.append(text);
    if (gap && turn.answer.id && turn.askForGap()) this.links.send(turn.frame(this.links));
    if (text && first) this.changed.notify();
  }

  private onDone(turn: Turn, seq: number | undefined, status: AnswerStatus): void {
    // `seq` may count the done frame itself; only what is missing beyond that is a gap.
    const missing = seq !== undefined && seq > turn.order.lastSeq + 1;
    if (missing && turn.answer.id && turn.askForGap()) {
      this.links.send(turn.frame(this.links));
      return;
    }
    this.finish(turn, status);
  }

  private onError(turn: Turn, code: string, message: string, retryAfter?: number): void {
    if (turn.stopping) {
      this.finish(turn, 'stopped');
      return;
    }
    const question = 'question' in turn.ask ? turn.ask.question : undefined;
    if (this.links.onRefused(code, question)) return;
    if (turn.resuming || 'resume' in turn.ask) {
      void this.recover(turn, true);
      return;
    }
    if ('regenerate' in turn.ask && NOT_UNDERSTOOD.has(code)) {
      const asked = this.questionBefore(turn.answer);
      if (asked) {
        this.start(new Turn(turn.answer, { question: new Question(asked.text) }));
        return;
      }
    }
    this.fail(turn, code, message, retryAfter);
  }

  /** A server that passes over `resume` in silence may still have stored the answer. */
  private watchSilence(turn: Turn): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => void this.recover(turn, false), SILENCE);
  }

  /** The server can't resume: what it stored of the answer is the next best. */
  private async recover(turn: Turn, refused: boolean): Promise<void> {
    const stored = await this.links.stored().catch(() => []);
    if (this.turn !== turn) return;
    const kept = stored.find((message) => message.id === turn.answer.id) ?? answerTo(turn, stored);
    if (
      kept &&
      (refused || isEnded(kept.status)) &&
      kept.content.length >= turn.answer.text.length
    ) {
      turn.answer.adopt(kept);
    }
    if (kept && isEnded(kept.status) && kept.status !== 'interrupted') {
      this.finish(turn, turn.answer.status);
    } else if (refused) this.fail(turn, 'interrupted', '');
    else this.watchSilence(turn);
  }

  private fail(turn: Turn, code: string, message: string, retryAfter?: number): void {
    const { answer } = turn;
    const kept = turn.putBack();
    answer.failure = {
      code,
      message,
      ...(retryAfter && { retryAt: Date.now() + retryAfter * 1000 }),
    };
    this.links.onFailed(code, message);
    this.end(turn, kept ? answer.status : answer.text ? 'interrupted' : 'failed');
  }

  private finish(turn: Turn, status: AnswerStatus): void {
    if (this.turn !== turn) return;
    this.end(turn, status);
    this.links.onAnswered(turn.answer);
  }

  private end(turn: Turn, status: AnswerStatus): void {
    clearTimeout(this.stopTimer);
    clearTimeout(this.silence);
    this.turn = undefined;
    turn.answer.status = status;
    turn.answer.tool = undefined;
    if (turn.answer.id) this.ended.add(turn.answer.id);
    if ('question' in turn.ask) turn.ask.question.status = 'sent';
    this.changed.notify();
    const next = this.queue.shift();
    if (next) this.begin(next);
  }

  private withdraw(turn: Turn): void {
    this.turn = undefined;
    this.messages = this.messages.filter((message) => message !== turn.answer);
    if ('question' in turn.ask) turn.ask.question.status = 'unsent';
  }

  private questionBefore(answer: Answer): Question | undefined {
    const until = this.messages.indexOf(answer);
    return this.messages
      .slice(0, until)
      .findLast((message): message is Question => message instanceof Question);
  }
}

function answerTo(turn: Turn, stored: readonly StoredMessage[]): StoredMessage | undefined {
  const question = 'question' in turn.ask ? turn.ask.question : undefined;
  const at = stored.findLastIndex(
    (message) => message.role === 'user' && message.id === question?.id,
  );
  return at < 0 ? undefined : stored.slice(at + 1).find((message) => message.role === 'assistant');
}
