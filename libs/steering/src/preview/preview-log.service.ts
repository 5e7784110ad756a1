import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@induct/platform';
import type { LogBatch } from '@induct/scorm';
import { PREVIEW_LIFE_MS } from './live-preview';
import { PreviewCallRepository } from './preview-call.repository';
import { PreviewTokens } from './preview-tokens';
import { LOG_LIMITS } from './run-time-calls';

export interface LogAnswer {
  ok: true;
  /** How many calls of the page have arrived: the next batch begins there. */
  received: number;
  /** The preview's log takes no more. */
  full?: true;
}

/** A browser's clock may run ahead of ours. */
const GRACE_MS = 120_000;

/** Keeps what a package said to the run-time in a preview, and how long the preview was looked at. */
@Injectable()
export class PreviewLog {
  constructor(
    private readonly tokens: PreviewTokens,
    private readonly calls: PreviewCallRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a batch; what has arrived before is left out, so a batch may come twice.
   * @throws PreviewNotFound, PreviewHasEnded
   */
  async log(token: string, batch: LogBatch): Promise<LogAnswer> {
    const { id, openedAt } = await this.tokens.live(token);
    const now = this.clock.now();
    const sinceOpened = Math.max(0, now.getTime() - openedAt.getTime());
    return this.transactions.run(async (tx) => {
      const { calls, pages } = await this.calls.lock(tx, id);
      const [received, shownMs] = pages[batch.page] ?? [0, 0];
      if (!(batch.page in pages) && Object.keys(pages).length >= LOG_LIMITS.pages) {
        return { ok: true, received: batch.first + batch.calls.length, full: true };
      }
      const isNew = batch.calls.slice(Math.max(0, received - batch.first), LOG_LIMITS.batch);
      const kept = isNew.slice(0, Math.max(0, LOG_LIMITS.calls - calls));
      const atMs = (at: number) => Math.max(0, sinceOpened - Math.max(0, batch.now - at));
      if (kept.length > 0) {
        const placed = kept.map((call) => ({ ...call, atMs: atMs(call.at) }));
        await this.calls.add(tx, id, calls + 1, placed);
      }
      const arrived = Math.max(received, batch.first + batch.calls.length);
      pages[batch.page] = [arrived, Math.max(shownMs, batch.shownMs)];
      const shown = Object.values(pages).reduce((sum, [, ms]) => sum + ms, 0);
      await this.calls.arrived(tx, id, {
        calls: calls + kept.length,
        pages,
        // Two windows side by side are one tester.
        shownMs: Math.min(shown, sinceOpened + GRACE_MS),
        browser: batch.browser ?? '',
        now,
        liveUntil: new Date(now.getTime() + PREVIEW_LIFE_MS),
      });
      return { ok: true, received: arrived, ...(calls + kept.length >= LOG_LIMITS.calls && { full: true }) };
    });
  }
}
