import type { IncomingMessage, ServerResponse } from 'node:http';
import { sayRaw } from './raw-answers';

/** How long a sender may take. */
export interface Patience {
  /** For the head of a request, from the first byte (or from the connection) on. */
  headMs: number;
  /** Before a body has to have brought anything. */
  bodyGraceMs: number;
  /** What a body has to bring on the average after that: the slowest honest line is faster. */
  bodyBytesPerSecond: number;
  /** A connection without a request. */
  idleMs: number;
  /** How often is looked. */
  lookMs: number;
}

export const USUAL_PATIENCE: Patience = {
  headMs: 15_000,
  bodyGraceMs: 20_000,
  bodyBytesPerSecond: 512,
  idleMs: 72_000,
  lookMs: 2000,
};

/** Every byte that comes buys time, so a large upload on a slow line goes on and a drip ends soon after the grace. */
export const isTooSlow = (bytes: number, ms: number, { bodyGraceMs, bodyBytesPerSecond }: Patience): boolean =>
  ms > bodyGraceMs + (bytes / bodyBytesPerSecond) * 1000;

interface Watched {
  request: IncomingMessage;
  response: ServerResponse;
  bytesBefore: number;
  ms: number;
}

/** Looks after the bodies that are under way and ends with 408 those that hardly come. */
export class SlowBodies {
  private readonly watched = new Set<Watched>();
  private looking?: NodeJS.Timeout;
  private lookedAt = 0;

  constructor(private readonly patience: Patience) {}

  watch(request: IncomingMessage, response: ServerResponse): void {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && (length === undefined || length === '0')) return;
    const watched = { request, response, bytesBefore: request.socket.bytesRead, ms: 0 };
    this.watched.add(watched);
    const forget = () => {
      this.watched.delete(watched);
      if (this.watched.size === 0) this.rest();
    };
    request.once('end', forget).once('close', forget);
    if (!this.looking) {
      this.lookedAt = performance.now();
      this.looking = setInterval(() => this.look(), this.patience.lookMs).unref();
    }
  }

  private rest(): void {
    clearInterval(this.looking);
    this.looking = undefined;
  }

  private look(): void {
    const now = performance.now();
    // A process that stood still has not waited for anybody.
    const passed = Math.min(now - this.lookedAt, 2 * this.patience.lookMs);
    this.lookedAt = now;
    for (const watched of this.watched) {
      const { request, bytesBefore } = watched;
      // What lies here unread is waiting for us, not we for it.
      if (request.complete || request.readableLength > 0) continue;
      watched.ms += passed;
      if (isTooSlow(request.socket.bytesRead - bytesBefore, watched.ms, this.patience)) this.end(watched);
    }
  }

  private end(watched: Watched): void {
    const { request, response } = watched;
    this.watched.delete(watched);
    if (response.headersSent) request.socket.destroy();
    else sayRaw(response, 408);
  }
}
