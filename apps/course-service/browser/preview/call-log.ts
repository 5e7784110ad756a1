import type { SentCall } from '@induct/scorm';
import { ShownTime } from '../run-time/shown-time';
import { KEEPALIVE_BYTES, retryDelayMs } from '../transport/pace';
import { utf8Length } from '../transport/payload';

/** The server keeps no more. */
const MOST_CALLS = 20_000;
const LONGEST = 4096;
const SEND_AFTER_MS = 1_000;
/** Time is sent without calls, too. */
const BEAT_MS = 30_000;
const BATCH_CALLS = 500;
const BATCH_BYTES = 300 * 1024;
const PATIENCE_MS = 20_000;

const cut = (text: string): [text: string, length: number | undefined] =>
  text.length > LONGEST ? [text.slice(0, LONGEST), text.length] : [text, undefined];

/**
 * Every call a package makes, in order, until the server has it. One batch is on its way at a time; when the page goes
 * away, what the server has not acknowledged goes once more, and the server leaves out what it knows.
 */
export class CallLog {
  private readonly page = crypto.randomUUID();
  private readonly shown = new ShownTime(() => performance.now(), document.visibilityState === 'visible');
  private readonly waiting: SentCall[] = [];
  /** How many calls of this page the server has acknowledged. */
  private received = 0;
  private added = 0;
  private sending: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  /** The part that was opened and has not called anything yet. */
  private opening: string | undefined;

  /**
   * @param busyBytes that other requests of the page have on their way and that may outlive it
   * @param onCall after each call
   */
  constructor(
    private readonly address: string,
    private readonly sco: () => string,
    private readonly busyBytes: () => number,
    private readonly onCall: () => void,
  ) {
    document.addEventListener('visibilitychange', () => {
      const visible = document.visibilityState === 'visible';
      this.shown.visible(visible);
      if (!visible) this.sendLast();
    });
    window.addEventListener('pagehide', () => this.sendLast());
    this.later(BEAT_MS);
  }

  /** The player opened a part. Said twice without a call in between, it is the same opening. */
  opened(type: 'sco' | 'asset'): void {
    const sco = this.sco();
    if (this.opening === sco) return;
    this.add('opened', type, '', '', '');
    this.opening = sco;
  }

  add(call: string, element: string, value: string, answer: string, error: string): void {
    this.opening = undefined;
    if (this.added < MOST_CALLS) {
      this.added++;
      const [heldValue, valueLength] = cut(value);
      const [heldAnswer, answerLength] = cut(answer);
      this.waiting.push({
        at: Math.round(performance.now()),
        sco: this.sco(),
        call,
        element: element.slice(0, 300),
        value: heldValue,
        ...(valueLength !== undefined && { valueLength }),
        answer: heldAnswer,
        ...(answerLength !== undefined && { answerLength }),
        error,
      });
      if (this.failures === 0) this.later(this.waiting.length >= BATCH_CALLS ? 0 : SEND_AFTER_MS);
    }
    this.onCall();
  }

  /** @returns when everything so far has arrived, or could not be sent */
  async flush(): Promise<void> {
    const all = this.received + this.waiting.length;
    for (let tries = 0; this.received < all && tries < 100; tries++) {
      const before = this.received;
      await this.send();
      if (this.received === before) return;
    }
  }

  private dueAt = Infinity;
  private later(ms: number): void {
    const due = performance.now() + ms;
    if (due >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = due;
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private send(): Promise<void> {
    this.sending ??= this.sendOne().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendOne(): Promise<void> {
    clearTimeout(this.timer);
    this.dueAt = Infinity;
    const { body, count } = this.batch(BATCH_BYTES);
    const first = this.received;
    const arrived = await this.post(body, false);
    // The page may have been left and come back to in between.
    if (arrived && this.received === first) {
      this.waiting.splice(0, count);
      this.received += count;
    }
    this.failures = arrived ? 0 : this.failures + 1;
    const more = this.waiting.length > 0 ? SEND_AFTER_MS : BEAT_MS;
    this.later(arrived ? more : retryDelayMs(this.failures, Math.random()));
  }

  private sendLast(): void {
    const room = KEEPALIVE_BYTES - this.busyBytes();
    if (room > 1024) void this.post(this.batch(room).body, true);
  }

  private batch(bytes: number): { body: string; count: number } {
    const texts: string[] = [];
    let left = bytes - 1024;
    for (const call of this.waiting.slice(0, BATCH_CALLS)) {
      const text = JSON.stringify(call);
      left -= utf8Length(text) + 1;
      if (left < 0) break;
      texts.push(text);
    }
    const rest = JSON.stringify({
      page: this.page,
      first: this.received,
      now: Math.round(performance.now()),
      shownMs: this.shown.ms(),
      browser: `${navigator.userAgent}; window ${innerWidth} × ${innerHeight}`.slice(0, 400),
    });
    return { body: `{"calls":[${texts.join(',')}],${rest.slice(1)}`, count: texts.length };
  }

  private async post(body: string, keepalive: boolean): Promise<boolean> {
    try {
      const reply = await fetch(`${this.address}/log`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return reply.ok;
    } catch {
      return false;
    }
  }
}
