import type { Visitor } from '../session/visitor';

/** What the script tag says. Everything but the key and the address may be missing. */
export interface EmbedOptions {
  apiKey: string;
  /** SmartChat's own address, with a trailing slash, taken from the script's `src`. */
  base: string;
  visitor: Visitor;
  position: string | undefined;
  theme: string | undefined;
  language: string | undefined;
  target: string | undefined;
  nonce: string | undefined;
  open: boolean;
}

export function readOptions(script: HTMLScriptElement): EmbedOptions | undefined {
  const data = script.dataset;
  const apiKey = data.apiKey?.trim();
  if (!apiKey) return undefined;
  return {
    apiKey,
    base: new URL('.', script.src).href,
    visitor: {
      token: data.userToken,
      hints: {
        userId: data.userId,
        name: data.userName,
        email: data.userEmail,
        meta: data.userMeta && parseMeta(data.userMeta),
      },
    },
    position: data.position,
    theme: data.theme,
    language: data.language,
    target: data.target,
    nonce: script.nonce || data.nonce,
    open: data.open !== undefined && data.open !== 'false',
  };
}

function parseMeta(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    console.warn('SmartChat: data-user-meta is not valid JSON.');
    return undefined;
  }
}
