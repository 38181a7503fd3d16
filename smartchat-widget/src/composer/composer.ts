export interface ComposerOptions {
  label: string;
  placeholder: string;
  maxLength: number;
  onChange(length: number): void;
  onSubmit(): void;
}

/** What the chat needs of an input, plain or rich. Content goes in and out as Markdown. */
export interface Composer {
  readonly element: HTMLElement;
  getMarkdown(): string;
  setMarkdown(text: string): void;
  focus(): void;
  destroy(): void;
}

export type ComposerFactory = (options: ComposerOptions) => Composer;
