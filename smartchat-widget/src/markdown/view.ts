import { keyOf, languageOf, patchBlocks, type Block } from './block';
import { mend } from './mend';
import type { MarkdownOptions } from './options';
import { lex, type Token } from './tokens';

/** Shows one answer as Markdown while it is being written. */
export class MarkdownView {
  private text = '';
  /** Blocks before this offset can't change any more. */
  private settledAt = 0;
  private settled: Block[] = [];
  private open: Block[] = [];
  private checkedAt = 0;
  private heldReturn = false;

  constructor(
    private readonly parent: HTMLElement,
    private readonly options: MarkdownOptions,
  ) {}

  append(delta: string): void {
    this.text += this.unixLines(delta);
    this.settle();
    const open = this.lex(mend(this.text.slice(this.settledAt)));
    this.open = patchBlocks(this.parent, this.open, open, this.options);
  }

  /** The whole text once more, as one: what was shown piecemeal and is right stays as it is. */
  finish(): void {
    if (this.heldReturn) this.text += '\n';
    this.heldReturn = false;
    const tokens = this.lex(this.text).filter((token) => token.type !== 'space');
    const shown = [...this.settled, ...this.open];
    this.settled = patchBlocks(this.parent, shown, tokens, this.options);
    for (const block of this.settled) this.announceCode(block);
    this.open = [];
    this.settledAt = this.checkedAt = this.text.length;
  }

  /** Draws everything anew, for when citations became known after the text. */
  refresh(finished: boolean): void {
    this.parent.replaceChildren();
    this.settled = [];
    this.open = [];
    this.settledAt = this.checkedAt = 0;
    if (finished) this.finish();
    else this.append('');
  }

  private unixLines(delta: string): string {
    const text = (this.heldReturn ? '\r' : '') + delta;
    this.heldReturn = text.endsWith('\r');
    return (this.heldReturn ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
  }

  private settle(): void {
    const lastLine = this.text.lastIndexOf('\n');
    if (lastLine < this.checkedAt) return;
    this.checkedAt = lastLine + 1;
    const tail = this.text.slice(this.settledAt);
    const tokens = this.lex(tail);
    const open = tokens.findLastIndex((token) => token.type !== 'space');
    if (open < 1) return;
    const done = tokens.slice(0, open);
    const length = done.reduce((sum, token) => sum + token.raw.length, 0);
    // Until its first line is whole, the last block may yet join the one before it.
    if (!tail.slice(length).trimStart().includes('\n')) return;
    if (!tail.startsWith(done.map((token) => token.raw).join(''))) return;
    const blocks = patchBlocks(this.parent, this.open, done, this.options);
    for (const block of blocks) this.announceCode(block);
    this.settled.push(...blocks);
    this.open = [];
    this.settledAt += length;
  }

  private lex(source: string): Token[] {
    return lex(source, this.options.breaks);
  }

  private announceCode(block: Block): void {
    if (block.token.type !== 'code' || this.announced.get(block.node) === keyOf(block.token))
      return;
    this.announced.set(block.node, keyOf(block.token));
    const code = block.node.querySelector('code');
    if (code) this.options.onCode?.(code, languageOf(block.token));
  }

  private readonly announced = new WeakMap<HTMLElement, string>();
}
