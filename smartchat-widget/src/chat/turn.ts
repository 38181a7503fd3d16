import { ChunkOrder } from '../transport/chunks';
import type { ClientFrame } from '../transport/frames';
import type { Answer, Question } from './message';

export interface Sender {
  apiKey: string;
  token(): string | undefined;
  hints(): { user_id?: string; user_name?: string; user_email?: string; user_meta?: unknown };
}

type Snapshot = Pick<Answer, 'id' | 'text' | 'sources' | 'feedback' | 'status'>;

/** One question and its answer while it is on its way. */
export class Turn {
  order = new ChunkOrder();
  /** The answer was asked for again and has not moved since. */
  resuming = false;
  stopping = false;
  /** What stood there before an answer was asked for anew; it comes back if that fails. */
  private readonly before: Snapshot;
  /** The gap that was last asked for, so that one gap is one request. */
  private gapAsked = -1;

  constructor(
    readonly answer: Answer,
    readonly ask: { question: Question } | { regenerate: string } | { resume: string },
  ) {
    const { id, text, sources, feedback, status } = answer;
    this.before = { id, text, sources, feedback, status };
  }

  /** What to send now: the question, or the rest of an answer that has already begun. */
  frame(sender: Sender): ClientFrame {
    const token = sender.token();
    const who = { api_key: sender.apiKey, ...(token && { user_token: token }) };
    if (this.answer.id) {
      return { type: 'resume', ...who, message_id: this.answer.id, after: this.order.lastSeq };
    }
    if ('question' in this.ask) {
      const { text, clientId } = this.ask.question;
      return { message: text, ...who, client_message_id: clientId, ...sender.hints() };
    }
    return 'regenerate' in this.ask
      ? { type: 'regenerate', ...who, message_id: this.ask.regenerate }
      : { type: 'resume', ...who, message_id: this.ask.resume, after: this.order.lastSeq };
  }

  /** True the first time a gap after this place is seen. */
  askForGap(): boolean {
    if (this.gapAsked === this.order.lastSeq) return false;
    this.gapAsked = this.order.lastSeq;
    return true;
  }

  /** Gives the former answer back: true when there was one to keep. */
  putBack(): boolean {
    if (!('regenerate' in this.ask) || this.answer.text || !this.before.text) return false;
    Object.assign(this.answer, this.before);
    this.answer.grew.notify();
    return true;
  }

  restart(): void {
    this.order = new ChunkOrder();
    this.gapAsked = -1;
    this.answer.clear();
  }
}
