import { durable, type KeyValueStore } from './storage';

export const sessionSlot = (apiKey: string): string => `smartchat:session:${apiKey}`;
export const loginSlot = (apiKey: string): string => `smartchat:login:${apiKey}`;

/** Outlives the tab: the conversation is still there tomorrow. */
export const lasting: KeyValueStore = durable(() => localStorage);
/** Ends with the tab: a login on a shared computer does not stay behind. */
export const perTab: KeyValueStore = durable(() => sessionStorage);

export function forgetVisitor(apiKey: string): void {
  lasting.removeItem(sessionSlot(apiKey));
  perTab.removeItem(loginSlot(apiKey));
}
