/** Longer listings would hold up the page. */
const LONGEST = 20_000;

/** The languages, by all their names, for which the highlighter is worth loading. */
const KNOWN = new Set(
  (
    'bash sh zsh shell csharp cs c# css go golang java javascript js jsx mjs cjs json jsonc ' +
    'python py sql typescript ts tsx mts cts xml html xhtml svg rss yaml yml'
  ).split(' '),
);

/** Brings in the highlighter with the first code block that needs it. */
export async function highlightLater(code: HTMLElement, language: string): Promise<void> {
  if (!KNOWN.has(language) || code.textContent.length > LONGEST) return;
  const before = code.textContent;
  try {
    const { highlight } = await import('./highlight');
    if (code.isConnected && code.textContent === before) highlight(code, language);
  } catch {
    // Colours are a nicety: without them the code can still be read.
  }
}
