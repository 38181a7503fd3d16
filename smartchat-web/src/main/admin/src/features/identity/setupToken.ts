/** The token in what a person pasted: the token itself or the whole link around it. */
export function tokenIn(pasted: string): string {
  const text = pasted.trim();
  const marker = '#/setup/';
  const at = text.lastIndexOf(marker);
  return at < 0 ? text : text.slice(at + marker.length);
}
