export function embedCode(apiKey: string, origin: string): string {
  return `<script src="${origin}/widget.js" data-api-key="${apiKey}" async></script>`;
}

export function testPageUrl(apiKey: string, origin: string): string {
  return `${origin}/test.html?key=${encodeURIComponent(apiKey)}`;
}
