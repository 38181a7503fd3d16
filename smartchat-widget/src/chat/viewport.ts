/** Fits the full-screen panel into what the phone's keyboard leaves; returns how to stop. */
export function followViewport(host: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const fit = (): void => {
    host.style.setProperty('--sc-view-height', `${viewport.height}px`);
    host.style.setProperty('--sc-view-top', `${viewport.offsetTop}px`);
  };
  fit();
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  return () => {
    viewport.removeEventListener('resize', fit);
    viewport.removeEventListener('scroll', fit);
  };
}
