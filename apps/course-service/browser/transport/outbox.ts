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
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private keepaliveBytes = 0;
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

  /** Sends what is not on its way already. */
  push(): void {
    if (this.hasEnded) return;
    clearTimeout(this.retry);
    this.retry = undefined;
    for (const item of this.waiting.values()) if (!item.sending) void this.send(item);
  }

  private async send(item: Waiting): Promise<void> {
    item.sending = true;
    item.payload ??= payloadOf(item.body, { known: this.known.get(item.place.sco) });
    const bytes = utf8Length(item.payload.text);
    const keepalive = this.keepaliveBytes + bytes <= KEEPALIVE_BYTES;
    if (keepalive) this.keepaliveBytes += bytes;
    const reply = await this.post(item.payload.text, keepalive);
    if (keepalive) this.keepaliveBytes -= bytes;
    item.sending = false;
    this.receive(item, reply);
  }

  private receive(item: Waiting, reply: Reply): void {
    const key = keyOf(item.place);
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
