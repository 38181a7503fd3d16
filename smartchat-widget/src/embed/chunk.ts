import type { ChatModule } from './contract';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

let attempts = 0;

/**
 * Brings in the chat chunk. A dynamic import carries the nonce of the script it stands in; where
 * the loader itself came without one (a tag manager), a script tag with `data-nonce` fetches the
 * module first and the import then finds it in the module map.
 */
export async function importChat(address: string, nonce?: string): Promise<ChatModule> {
  // A failed module stays failed under its address for as long as the page lives.
  const url = attempts++ ? `${address}?try=${attempts}` : address;
  try {
    return await load(url);
  } catch (fault) {
    if (!nonce) throw fault;
    const retry = `${address}?try=${++attempts}`;
    await fetchWithNonce(retry, nonce);
    return load(retry);
  }
}

function load(url: string): Promise<ChatModule> {
  return import(/* @vite-ignore */ url) as Promise<ChatModule>;
}

function fetchWithNonce(url: string, nonce: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.nonce = nonce;
    script.src = trusted(url);
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${url} could not be loaded`));
    };
    document.head.append(script);
  });
}

let policy: ScriptUrlPolicy | undefined;

function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('smartchat', { createScriptURL: (given) => given });
  return policy?.createScriptURL(url) ?? url;
}
