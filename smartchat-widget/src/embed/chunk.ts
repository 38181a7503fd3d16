import type { ChatModule } from './contract';

let tries = 0;

/**
 * Brings in the chat chunk. A dynamic import carries the nonce of the script it stands in; where
 * that is not enough, or the network failed once, a preload with the nonce fetches the module
 * anew and the import then finds it in the module map.
 */
export async function importChat(address: string, nonce?: string): Promise<ChatModule> {
  // A failed module stays failed under its address for as long as the page lives.
  const url = tries++ ? `${address}?${tries}` : address;
  try {
    return await load(url);
  } catch {
    const again = `${address}?${++tries}`;
    await preload(again, nonce);
    return load(again);
  }
}

/** Fetches the chunk ahead of its first use, without running any of it. */
export function preload(address: string, nonce = ''): Promise<void> {
  const link = document.createElement('link');
  return new Promise((resolve) => {
    if (!link.relList.supports('modulepreload')) return resolve();
    link.rel = 'modulepreload';
    link.nonce = nonce;
    link.onload = link.onerror = () => {
      link.remove();
      resolve();
    };
    link.href = address;
    document.head.append(link);
  });
}

function load(url: string): Promise<ChatModule> {
  return import(/* @vite-ignore */ url) as Promise<ChatModule>;
}
