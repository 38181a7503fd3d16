import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const STYLE = `body { margin: 0; font: 17px/1.6 Georgia, serif; color: #222; background: #faf8f5; }
header { padding: 16px 48px; font-weight: bold; letter-spacing: 0.04em; color: #fff; background: #17414d; }
main { max-width: 660px; padding: 32px 48px; }
h1 { font-size: 40px; line-height: 1.15; margin: 0 0 20px; }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #101114; } }`;

/**
 * Somebody's website, on an origin of its own, with the strictest policy the widget promises to
 * live under. `reports` holds what browsers sent to its report address.
 */
export async function startHost(smartchat, name = '127.0.0.1') {
  const reports = [];
  const http = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://host');
    if (pathname === '/reports') {
      request.on('data', (part) => reports.push(String(part)));
      response.writeHead(204).end();
    } else if (pathname === '/style.css') {
      response.writeHead(200, { 'Content-Type': 'text/css' }).end(STYLE);
    } else if (pathname === '/') {
      const nonce = randomBytes(16).toString('base64');
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy(smartchat, nonce, searchParams.has('spa')),
      });
      response.end(page(smartchat, nonce, searchParams));
    } else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://${name}:${http.address().port}`,
    reports,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function policy(smartchat, nonce, spa) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    `connect-src ${smartchat} ${smartchat.replace('http', 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${spa ? 'host' : "'none'"}`,
    'report-uri /reports',
  ].join('; ');
}

/**
 * `?key=…&open=…`: each but the key becomes a data attribute of the tag. `twice`: the tag stands
 * there twice; `spa`: the page brings it by script, `mount()`.
 */
function page(smartchat, nonce, query) {
  const escape = (text) => text.replace(/[&"<]/g, (c) => `&#${c.charCodeAt(0)};`);
  const attributes = [...query]
    .filter(([name]) => /^[a-z-]+$/.test(name) && !['key', 'twice', 'spa'].includes(name))
    .map(([name, value]) => `data-${name}="${escape(value)}"`)
    .join(' ');
  const tag = `<script nonce="${nonce}" src="${smartchat}/widget.js" data-api-key="${escape(query.get('key') ?? '')}" ${attributes} async></script>`;
  const mount = `<script nonce="${nonce}">
const host = trustedTypes.createPolicy('host', { createScriptURL: (url) => url });
window.mount = () => {
  const tag = document.createElement('script');
  tag.nonce = '${nonce}';
  tag.dataset.apiKey = '${escape(query.get('key') ?? '')}';
  tag.src = host.createScriptURL('${smartchat}/widget.js');
  return new Promise((loaded) => {
    tag.onload = loaded;
    document.head.append(tag);
  });
};
</script>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Lumen Fjord</title><link rel="stylesheet" href="/style.css"></head><body><header>Lumen Fjord</header><main>
<h1>Cargo bicycles from the harbour town of Askvik</h1>
<p>We weld, paint and ride each one before it is yours. The Torvald 3 carries two children, four crates or a
week’s shopping, and still fits through a garden gate.</p>
<p>Our workshop is open from Tuesday to Saturday. The first inspection costs nothing, and every part can be
ordered for at least twelve years.</p>
<p>Have a question about yours? Ask the workshop: the answers come from the handbook.</p>
</main>
${query.has('spa') ? mount : tag}${query.has('twice') ? tag : ''}
</body></html>`;
}
