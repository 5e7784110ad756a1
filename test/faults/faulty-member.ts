import { setTimeout as pause } from 'node:timers/promises';
import type { CommitAnswer } from '@induct/progress';
import type { OpenLaunch } from '../support/given-launches';

/** How much every commit adds to the learning time, in seconds: a commit that counts twice is seen in the sum. */
export const SECONDS_A_COMMIT = 0.5;

/** Sends numbered commits one after the other, each again and again until it is acknowledged. */
export class FaultyMember {
  acknowledged = 0;
  /** Tries that were not answered, or answered with "later". */
  retries = 0;

  private isGone = false;

  constructor(
    private readonly port: number,
    readonly launch: OpenLaunch,
    readonly commits: number,
  ) {}

  /** Closes the tab. */
  giveUp(): void {
    this.isGone = true;
  }

  async learn(): Promise<void> {
    for (let seq = 1; seq <= this.commits && !this.isGone; seq++) {
      await this.untilAcknowledged(seq);
      if (this.isGone) return;
      this.acknowledged++;
      // Some send what is acknowledged once more: the answer may have been lost on the way.
      if (seq % 20 === 0) await this.untilAcknowledged(seq);
    }
  }

  private async untilAcknowledged(seq: number): Promise<void> {
    const body = JSON.stringify(this.commit(seq));
    while (!this.isGone) {
      const answer = await this.send(body);
      if (answer?.ok) return;
      if (answer) throw new Error(`Commit ${seq} was refused: ${JSON.stringify(answer)}`);
      this.retries++;
      // Often enough to meet the next process while it wakes, not so often that it cannot.
      await pause(100 + Math.random() * 200);
    }
  }

  /** @returns undefined when it has to be tried again */
  private async send(body: string): Promise<CommitAnswer | undefined> {
    try {
      const reply = await fetch(`http://127.0.0.1:${this.port}/launch/${this.launch.token}/commits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      const answer = (await reply.json()) as CommitAnswer;
      return reply.status >= 500 ? undefined : answer;
    } catch {
      return undefined;
    }
  }

  private commit(seq: number): object {
    const core = {
      lesson_status: seq === this.commits ? 'completed' : 'incomplete',
      lesson_location: `p${seq}`,
      session_time: `0000:00:00.${SECONDS_A_COMMIT * 100}`,
      exit: 'suspend',
    };
    const cmi = { suspend_data: `answers up to ${seq}`, core };
    return { seq, sco: 'one', run: seq, final: seq === this.commits, cmi, shownMs: SECONDS_A_COMMIT * 1000 };
  }
}
