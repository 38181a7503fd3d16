/** What one chunk means for the text received so far. */
export type Received = { text: string; gap: boolean };

/** Puts chunks in order by `seq`: repeated ones are dropped, early ones wait for the missing ones. */
export class ChunkOrder {
  private readonly early = new Map<number, string>();
  private last: number;

  constructor(after = 0) {
    this.last = after;
  }

  /** The last sequence number received without a gap before it. */
  get lastSeq(): number {
    return this.last;
  }

  accept(seq: number | undefined, content: string): Received {
    // A server that does not number its chunks relies on the socket's own order.
    if (seq === undefined) return { text: content, gap: false };
    if (seq <= this.last) return { text: '', gap: false };
    this.early.set(seq, content);
    let text = '';
    for (let next = this.early.get(this.last + 1); next !== undefined;) {
      text += next;
      this.early.delete(++this.last);
      next = this.early.get(this.last + 1);
    }
    return { text, gap: this.early.size > 0 };
  }
}
