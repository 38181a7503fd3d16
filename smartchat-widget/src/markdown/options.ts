/** How `[n]` is shown: as a button, as the text it is, or not at all. */
export type Citation = 'button' | 'text' | 'none';

export interface MarkdownOptions {
  citation(n: number): Citation;
  citationLabel(n: number): string;
  copyLabel: string;
  /** What `[?]` means, behind a statement without support; it stays text where this is missing. */
  unsupportedLabel?: string;
  /** Shows single line breaks as such. */
  breaks?: boolean;
  /** Called once for each finished code block, with its element and language. */
  onCode?(code: HTMLElement, language: string): void;
}
