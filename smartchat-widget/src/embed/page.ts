/** Puts the host element into the page; tells whether it went inline into `target`. */
export function place(host: HTMLElement, target: string | undefined): boolean {
  const room = target ? document.querySelector(target) : null;
  if (target && !room) {
    console.warn(`SmartChat: data-target "${target}" is not on this page.`);
  }
  host.toggleAttribute('data-inline', room !== null);
  (room ?? document.body).append(host);
  return room !== null;
}

/** Runs `task` once the page has loaded and has nothing better to do; not for those saving data. */
export function whenIdle(task: () => void, signal: AbortSignal): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const run = (): void => {
    if (!signal.aborted) task();
  };
  const idle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 5000 });
    else setTimeout(run, 1500);
  };
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true, signal });
}

/** Resolves when `document.body` can be appended to. */
export function bodyReady(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
