import type { Visitor } from '../session/visitor';

export type Position = 'bottom-right' | 'bottom-left';
export type ThemeName = 'auto' | 'light' | 'dark';

/** What the script tag says. Everything but the key and the address may be missing. */
export interface EmbedOptions {
  apiKey: string;
  /** SmartChat's own address, with a trailing slash, taken from the script's `src`. */
  base: string;
  visitor: Visitor;
  position?: string;
  theme?: string;
  language?: string;
  open: boolean;
  target?: string;
  nonce?: string;
}

export function readOptions(script: HTMLScriptElement): EmbedOptions | undefined {
  const data = script.dataset;
  const apiKey = data.apiKey?.trim();
  if (!apiKey) return undefined;
  const nonce = script.nonce || data.nonce;
  return {
    apiKey,
    base: new URL('.', script.src).href,
    visitor: {
      ...(data.userToken && { token: data.userToken }),
      hints: {
        ...(data.userId && { userId: data.userId }),
        ...(data.userName && { name: data.userName }),
        ...(data.userEmail && { email: data.userEmail }),
        ...(data.userMeta && { meta: parseMeta(data.userMeta) }),
      },
    },
    ...(data.position && { position: data.position }),
    ...(data.theme && { theme: data.theme }),
    ...(data.language && { language: data.language }),
    ...(data.target && { target: data.target }),
    ...(nonce && { nonce }),
    open: data.open !== undefined && data.open !== 'false',
  };
}

function parseMeta(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    console.warn('SmartChat: data-user-meta is not valid JSON and was left out.');
    return undefined;
  }
}
