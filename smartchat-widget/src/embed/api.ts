import type { Hints } from '../session/visitor';
import type { EventName, Listener } from './events';
import type { EmbedOptions } from './options';
import { bodyReady } from './page';
import { Widget } from './widget';

/** `window.SmartChat`. */
export interface SmartChatApi {
  identify(who: Hints & { token?: string }): void;
  logout(): void;
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  on<K extends EventName>(name: K, listener: Listener<K>): void;
  off<K extends EventName>(name: K, listener: Listener<K>): void;
  destroy(): void;
}

const widgets = Symbol.for('smartchat.widget');

interface Marked extends SmartChatApi {
  [widgets]?: Widget;
}

export function createApi(options: EmbedOptions): SmartChatApi {
  const widget: Widget = new Widget(options, () => {
    if (window.SmartChat === api) delete window.SmartChat;
  });
  const api: Marked = {
    identify: (who) => widget.identify(who),
    logout: () => widget.logout(),
    open: () => widget.open(),
    close: () => widget.close(),
    toggle: () => widget.toggle(),
    send: (text) => widget.send(text),
    on: (name, listener) => widget.on(name, listener),
    off: (name, listener) => widget.off(name, listener),
    destroy: () => widget.destroy(),
  };
  Object.defineProperty(api, widgets, { value: widget });
  void bodyReady().then(() => widget.start());
  return api;
}

/** A second script tag on the page, or an SPA that mounts again: true when nothing new is needed. */
export function reuse(present: SmartChatApi, options: EmbedOptions): boolean {
  const widget = (present as Marked)[widgets];
  if (widget?.options.apiKey !== options.apiKey) return false;
  widget.attach();
  return true;
}
