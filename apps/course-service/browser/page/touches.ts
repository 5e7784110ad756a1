import type { NoticeWords } from './notice';
import { pageTouched } from './words';

/** Whoever takes the message away again and again must not keep the browser busy with it. */
const SAY_AGAIN_MS = 1000;

/** What is done when something else than the player has changed its page: the member is told, and the server. */
export class Touches {
  private reported = false;
  private saying: ReturnType<typeof setTimeout> | undefined;
  private readonly post = fetch.bind(window);

  constructor(
    private readonly address: string,
    private readonly tell: (words: NoticeWords) => void,
  ) {}

  another(leave: () => void): void {
    if (!this.reported) {
      this.reported = true;
      this.tell(pageTouched(leave));
      void this.report();
    }
    this.saying ??= setTimeout(() => {
      this.saying = undefined;
      this.tell(pageTouched(leave));
    }, SAY_AGAIN_MS);
  }

  private async report(): Promise<void> {
    const init = { method: 'POST', keepalive: true, credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
    await this.post(`${this.address}/touched`, init).catch(() => (this.reported = false));
  }
}
