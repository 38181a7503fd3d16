import { newMessageId } from '../session/session';
import type { DoneStatus, Source } from '../transport/frames';
import type { Feedback, StoredMessage } from '../transport/http';
import { Changes } from './changes';

export interface Failure {
  code: string;
  message: string;
  /** Milliseconds since the epoch before which trying again is pointless. */
  retryAt?: number;
}

export type AnswerStatus = 'waiting' | 'streaming' | DoneStatus | 'interrupted' | 'failed';

export class Question {
  readonly role = 'user';
  id: string | undefined;
  createdAt = '';

  constructor(
    readonly text: string,
    readonly clientId: string = newMessageId(),
    public status: 'sending' | 'sent' | 'unsent' = 'sending',
  ) {}

  get key(): string {
    return this.clientId;
  }

  static from(stored: StoredMessage): Question {
    const question = new Question(stored.content, stored.id, 'sent');
    question.id = stored.id;
    question.createdAt = stored.created_at;
    return question;
  }
}

/** An answer grows by itself, without its list being told: `grew` speaks for the text alone. */
export class Answer {
  readonly role = 'assistant';
  readonly key = newMessageId();
  readonly grew = new Changes();
  id: string | undefined;
  createdAt = '';
  text = '';
  status: AnswerStatus = 'waiting';
  sources: readonly Source[] = [];
  tool: string | undefined;
  feedback: Feedback = null;
  failure: Failure | undefined;

  append(text: string): void {
    if (!text) return;
    this.text += text;
    this.grew.notify();
  }

  clear(): void {
    this.text = '';
    this.sources = [];
    this.tool = undefined;
    this.failure = undefined;
    this.feedback = null;
    this.grew.notify();
  }

  get running(): boolean {
    return this.status === 'waiting' || this.status === 'streaming';
  }

  adopt(stored: StoredMessage): void {
    this.id = stored.id;
    this.createdAt = stored.created_at;
    this.text = stored.content;
    this.sources = stored.sources;
    this.feedback = stored.feedback;
    this.status = endStatus(stored.status);
    this.grew.notify();
  }

  static from(stored: StoredMessage): Answer {
    const answer = new Answer();
    answer.adopt(stored);
    return answer;
  }
}

export type Message = Question | Answer;

const ENDED = ['complete', 'stopped', 'refused', 'interrupted', 'failed'] as const;

export function isEnded(status: string): boolean {
  return (ENDED as readonly string[]).includes(status);
}

function endStatus(status: string): AnswerStatus {
  return ENDED.find((known) => known === status) ?? 'streaming';
}
