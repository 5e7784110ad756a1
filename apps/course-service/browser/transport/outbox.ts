import { type CommitBody, keyOf, type Place } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { KEEPALIVE_BYTES, retryDelayMs } from './pace';
import { type Payload, payloadOf, utf8Length } from './payload';
import type { Post, Reply } from './send';

export interface OutboxEvents {
  saving(): void;
  /** The server has this snapshot. */
  taken?(body: CommitBody): void;
  saved(reply: Extract<Reply, { kind: 'saved' }>): void;
  failed(): void;
  /** Something will never be taken: it stays in the journal. Everything else is sent as before. */
  refused(): void;
  superseded(): void;
  ended(): void;
}

interface Waiting {
  place: Place;
  body: CommitBody;
  payload?: Payload;
  sending: boolean;
  /** How often its number was taken. */
  renumbered: number;
}

/** A number taken again and again is no accident of two pages any more. */
const MOST_NUMBERS = 3;

/** Sends every run's newest snapshot until the server has acknowledged it, or says that it never will. */
export class Outbox {
  private readonly waiting = new Map<string, Waiting>();
  private readonly known = new Map<string, string>();
  /** Runs with a snapshot on its way, and whether another is to follow when it has arrived. */
  private readonly onTheWay = new Map<string, { count: number; again: boolean }>();
  /** Runs of which a snapshot was refused: its number, and how much of the run. */
  private readonly refused = new Map<string, { what: 'snapshot' | 'run'; seq: number }>();
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

  /** Nothing is waiting to be taken by the server. What it refused is not waiting. */
  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** Takes over a snapshot: sealed and with the journal when this returns. An older one of the same run is replaced. */
  put(place: Place, body: CommitBody): void {
    this.keep({ place, body, sending: false, renumbered: 0 });
  }

  private keep(item: Waiting): void {
    this.journal.keep(item.place, item.body);
    const key = keyOf(item.place);
    if (this.refused.get(key)?.what === 'run') return;
    this.waiting.set(key, item);
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
    if (reply.kind === 'saved') return this.saved(key, item, reply);
    if (this.waiting.get(key) !== item) return;
    if (reply.kind === 'need-suspend-data' && !item.payload!.isWhole) {
      this.known.delete(item.place.sco);
      delete item.payload;
      this.push();
    } else if (reply.kind === 'different' && item.renumbered < MOST_NUMBERS) {
      // The number is taken, by a page we know nothing of: the same snapshot under a new one.
      const body = { ...item.body, seq: this.renumber() };
      this.keep({ place: item.place, body, sending: false, renumbered: item.renumbered + 1 });
      this.tryLater();
    } else if (reply.kind === 'ended') {
      this.hasEnded = true;
      this.events.ended();
    } else if (reply.kind === 'unreachable') {
      this.tryLater();
    } else {
      this.setAside(key, item, reply.kind === 'refused' ? reply.what : 'snapshot');
    }
  }

  private saved(key: string, item: Waiting, reply: Extract<Reply, { kind: 'saved' }>): void {
    this.failures = 0;
    this.events.taken?.(item.body);
    if (item.payload?.suspendDataHash) this.known.set(item.place.sco, item.payload.suspendDataHash);
    this.journal.forget(item.place, item.body.seq);
    if ((this.waiting.get(key)?.body.seq ?? 0) <= item.body.seq) this.waiting.delete(key);
    // A snapshot is full: whatever of its run was refused before is in it.
    if ((this.refused.get(key)?.seq ?? 0) <= item.body.seq) this.refused.delete(key);
    if (reply.superseded) this.events.superseded();
    if (!this.isEmpty) return;
    this.journal.allSent();
    if (this.refused.size === 0) this.events.saved(item.payload?.leftOut ? { ...reply, leftOut: true } : reply);
    else this.events.refused();
  }

  private setAside(key: string, { place, body }: Waiting, what: 'snapshot' | 'run'): void {
    this.waiting.delete(key);
    this.refused.set(key, { what, seq: body.seq });
    this.journal.setAside(place, body.seq);
    this.events.refused();
  }

  private tryLater(): void {
    this.failures++;
    this.events.failed();
    this.retry ??= setTimeout(() => this.push(), retryDelayMs(this.failures, Math.random()));
  }
}
