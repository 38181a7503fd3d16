/** Pages on plain http have no clipboard API; the old way through a selection still works there. */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'off-screen';
    near.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
