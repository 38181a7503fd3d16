const FOCUSABLE =
  'button:not(:disabled), input, textarea, a[href], [contenteditable], [tabindex="0"]';

/** On a phone the panel covers the page, so Tab must not wander behind it. */
export function keepTabInside(event: KeyboardEvent, panel: HTMLElement, root: ShadowRoot): void {
  if (event.key !== 'Tab' || !matchMedia('(max-width: 480px)').matches) return;
  const stops = Array.from(panel.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(
    (stop) => stop.offsetParent !== null,
  );
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (root.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
