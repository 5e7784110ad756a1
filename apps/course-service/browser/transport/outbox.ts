import { type CommitBody, keyOf, type Place } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { KEEPALIVE_BYTES, retryDelayMs } from './pace';
import { type Payload, payloadOf, utf8Length } from './payload';
import type { Post, Reply } from './send';

export interface OutboxEvents {
  saving(): void;
  saved(reply: Extract<Reply, { kind: 'saved' }>): void;
  failed(): void;
  superseded(): void;
  ended(): void;
}

interface Waiting {
  place: Place;
  body: CommitBody;
  payload?: Payload;
  sending: boolean;
}

/** Sends every run's newest snapshot until the server has acknowledged it. */
export class Outbox {
  private readonly waiting = new Map<string, Waiting>();
  private readonly known = new Map<string, string>();
  /** Runs with a snapshot on its way, and whether another is to follow when it has arrived. */
  private readonly onTheWay = new Map<string, { count: number; again: boolean }>();
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** On their way in requests that may outlive the page. */
  keepaliveBytes = 0;
  private hasEnded = false;

  constructor(
    private readonly journal: Journal,
    private readonly post: Post,
    private readonly renumber: () => number,
    private readonly events: OutboxEvents,
  ) {}

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** Takes over a snapshot: sealed and with the journal when this returns. An older one of the same run is replaced. */
  put(place: Place, body: CommitBody): void {
    this.journal.keep(place, body);
    this.waiting.set(keyOf(place), { place, body, sending: false });
    this.events.saving();
  }

  /**
   * Sends what is not on its way already: one snapshot of a run at a time.
   * @param atOnce also beside an older one, because there may be no later
   */
  push(atOnce = false): void {
    if (this.hasEnded) return;
    clearTimeout(this.retry);
    this.retry = undefined;
    for (const [key, item] of this.waiting) {
      const other = this.onTheWay.get(key);
      if (item.sending) continue;
      if (other && !atOnce) other.again = true;
      else void this.send(key, item);
    }
  }

  /** The network is said to be back. The first try may still come too early, so the waits begin anew as well. */
  networkIsBack(): void {
    this.failures = 0;
    this.push();
  }

  private async send(key: string, item: Waiting): Promise<void> {
    item.sending = true;
    const way = this.onTheWay.get(key) ?? { count: 0, again: false };
    way.count++;
    this.onTheWay.set(key, way);
    item.payload ??= payloadOf(item.body, { known: this.known.get(item.place.sco) });
    const bytes = utf8Length(item.payload.text);
    const keepalive = this.keepaliveBytes + bytes <= KEEPALIVE_BYTES;
    if (keepalive) this.keepaliveBytes += bytes;
    const reply = await this.post(item.payload.text, keepalive);
    if (keepalive) this.keepaliveBytes -= bytes;
    item.sending = false;
    if (--way.count === 0) this.onTheWay.delete(key);
    this.receive(key, item, reply);
    if (way.again && way.count === 0 && !this.retry) this.push();
  }

  private receive(key: string, item: Waiting, reply: Reply): void {
    if (reply.kind === 'saved') {
      this.failures = 0;
      if (item.payload?.suspendDataHash) this.known.set(item.place.sco, item.payload.suspendDataHash);
      this.journal.forget(item.place, item.body.seq);
      if ((this.waiting.get(key)?.body.seq ?? 0) <= item.body.seq) this.waiting.delete(key);
      if (reply.superseded) this.events.superseded();
      if (this.isEmpty) {
        this.journal.allSent();
        this.events.saved(reply);
      }
      return;
    }
    if (this.waiting.get(key) !== item) return;
    if (reply.kind === 'need-suspend-data') {
      this.known.delete(item.place.sco);
      delete item.payload;
      this.push();
    } else if (reply.kind === 'different') {
      // The number is taken, by a page we know nothing of: the same snapshot under a new one.
      this.put(item.place, { ...item.body, seq: this.renumber() });
      this.tryLater();
    } else if (reply.kind === 'ended') {
      this.hasEnded = true;
      this.events.ended();
    } else {
      this.tryLater();
    }
  }

  private tryLater(): void {
    this.failures++;
    this.events.failed();
    this.retry ??= setTimeout(() => this.push(), retryDelayMs(this.failures, Math.random()));
  }
}
