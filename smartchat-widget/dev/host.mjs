import { createServer } from 'node:http';

/** A host page on its own origin, with the strictest policy the widget promises to live under. */
export async function startHost({ port = 0, script, csp = true }) {
  const http = createServer((request, response) => {
    const url = new URL(request.url, 'http://x');
    if (url.pathname !== '/') return response.writeHead(404).end();
    const nonce = 'r4nd0m';
    // As a tag manager does it: a trusted script adds ours, without a nonce of its own.
    const injected = url.searchParams.has('injected');
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'${injected ? " 'strict-dynamic'" : ''}`,
      `style-src 'nonce-${nonce}'`,
      `connect-src ${script} ${script.replace('http', 'ws')}`,
      "base-uri 'none'",
      ...(injected ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
    ].join('; ');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(csp && { 'Content-Security-Policy': policy }),
    });
    response.end(page(url.searchParams, script, nonce));
  });
  await new Promise((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${http.address().port}`,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function page(query, script, nonce) {
  const attributes = [...query]
    .filter(([name]) => /^[a-z-]+$/.test(name) && name !== 'key')
    .map(
      ([name, value]) =>
        `data-${name}="${value.replace(/[&"<]/g, (c) => `&#${c.charCodeAt(0)};`)}"`,
    )
    .join(' ');
  const key = query.get('key') ?? 'demo';
  const tag = query.has('injected')
    ? `<script nonce="${nonce}">const tag = document.createElement('script');
tag.src = '${script}/widget.js'; tag.dataset.apiKey = '${key}'; document.head.append(tag);</script>`
    : `<script nonce="${nonce}" src="${script}/widget.js" data-api-key="${key}" ${attributes} async></script>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><title>Northwind</title>
<style nonce="${nonce}">
  body { margin: 0; font: 16px/1.6 Georgia, serif; color: #222; background: #faf8f5; }
  main { max-width: 720px; margin: 0 auto; padding: 48px 24px; }
  button { background: red !important; }
  #room { height: 560px; }
  @media (prefers-color-scheme: dark) { body { color: #ddd; background: #101114; } }
</style></head><body><main>
<h1>Northwind Traders</h1>
${'<p>Fine goods from all over the world, sent to your door. Every parcel is packed by hand and leaves our house on the day you order.</p>'.repeat(5)}
<div id="room"></div></main>
${tag}
</body></html>`;
}
