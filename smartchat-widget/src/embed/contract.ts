import type { Visitor } from '../session/visitor';
import type { RawConfig } from './config';
import type { Emitter } from './events';
import type { EmbedOptions } from './options';
import type { Language } from '../i18n/language';

/** What the loader hands to the chat chunk. */
export interface ChatContext {
  options: EmbedOptions;
  config: RawConfig;
  language: Language;
  host: HTMLElement;
  root: ShadowRoot;
  events: Emitter;
  inline: boolean;
  visitor(): Visitor;
  setUnread(count: number): void;
  requestClose(): void;
}

/** What the loader may ask of the chat, once its chunk is there. */
export interface ChatPanel {
  show(): void;
  hide(): void;
  send(text: string): void;
  visitorChanged(): void;
  logout(): void;
  destroy(): void;
}

export interface ChatModule {
  mount(context: ChatContext): Promise<ChatPanel>;
}
