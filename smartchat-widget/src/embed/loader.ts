import { createApi, reuse, type SmartChatApi } from './api';
import { readOptions } from './options';

declare global {
  interface Window {
    SmartChat?: SmartChatApi;
  }
}

/** Entry of `widget.js`. */
export function boot(script: HTMLScriptElement | null): void {
  const options = script && readOptions(script);
  if (!options) {
    console.warn('SmartChat: the script tag needs data-api-key. Copy the embed code again.');
    return;
  }
  const present = window.SmartChat;
  if (present && reuse(present, options)) return;
  present?.destroy();
  window.SmartChat = createApi(options);
}
