import type { NoticeWords } from './notice';
import { pageTouched } from './words';

/** Whoever takes the message away again and again must not keep the browser busy with it. */
const SAY_AGAIN_MS = 1000;

/** What is done when something else than the player has changed its page: the server is told, and the member. */
export class Touches {
  private reported = false;
  private saying: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly report: () => Promise<unknown>,
    private readonly tell: (words: NoticeWords) => void,
    private readonly leave: () => void,
  ) {}

  readonly another = (): void => {
    if (!this.reported) {
      this.reported = true;
      this.report().catch(() => (this.reported = false));
      this.tell(pageTouched(this.leave));
    }
    this.saying ??= setTimeout(() => {
      this.saying = undefined;
      this.tell(pageTouched(this.leave));
    }, SAY_AGAIN_MS);
  };
}
