const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The address if it may be followed from an answer, else nothing: the words then stand alone. */
export function safeHref(href: string): string | undefined {
  try {
    // No base address: what is relative would point into the host page.
    const url = new URL(href);
    return ALLOWED.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export function anchor(href: string, title?: string | null): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.rel = 'noopener nofollow noreferrer';
  link.target = '_blank';
  if (title) link.title = title;
  return link;
}
