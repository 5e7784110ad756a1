/** Work that is done again and again, one turn at a time. A turn that fails is told, and the next one comes. */
export class Repeating {
  private timer?: NodeJS.Timeout;
  private isStopped = false;
  private turn: Promise<void> = Promise.resolve();

  /** @param everyMs pause between the end of a turn and the next one */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
    private readonly failed: (error: Error) => void,
  ) {}

  /** @param firstMs until the first turn */
  start(firstMs = this.everyMs): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.turn = this.work()
        .catch((error: Error) => {
          if (!this.isStopped) this.failed(error);
        })
        .then(() => this.start());
    }, firstMs).unref();
  }

  /** Returns when the turn under way has ended: after that nothing asks for what the application closes next. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.turn;
  }
}
