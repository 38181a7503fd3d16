/** Exponential back-off, 0.5 s to 30 s, with jitter so that a restart is not met by a stampede. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly random: () => number = Math.random,
    private readonly first = 500,
    private readonly longest = 30_000,
  ) {}

  /** Milliseconds to wait before the next try. */
  next(): number {
    const full = Math.min(this.longest, this.first * 2 ** this.failures);
    this.failures += 1;
    return full / 2 + (this.random() * full) / 2;
  }

  get tries(): number {
    return this.failures;
  }

  reset(): void {
    this.failures = 0;
  }
}
