import { setTimeout as pause } from 'node:timers/promises';
import { post, type SignedIn } from './abuse.people';

/** A member who works through a module while others attack; nothing that was acknowledged may be missing at the end. */
export class Learner {
  acknowledged = 0;
  private going = true;
  private readonly work: Promise<void>;

  private constructor(
    readonly launch: string,
    private readonly sco: string,
  ) {
    this.work = this.learn();
  }

  static async begin(site: string, { cookie }: SignedIn): Promise<Learner> {
    const list = await (await fetch(`${site}/modules`, { headers: { cookie } })).text();
    for (const [, slug] of list.matchAll(/href="\/modules\/([\w-]+)"/g)) {
      const reply = await post(`${site}/modules/${slug}/start`, site, {}, cookie);
      const launch = reply.headers.get('location') ?? '';
      if (!launch.includes('/launch/')) continue;
      const state = (await (await fetch(`${launch}/state`)).json()) as { current: string };
      return new Learner(launch, state.current);
    }
    throw new Error('No module of the demo council could be started');
  }

  /** @returns whether the last acknowledged place is the one that is kept */
  async stop(): Promise<boolean> {
    this.going = false;
    await this.work;
    const state = await (await fetch(`${this.launch}/state`)).text();
    return this.acknowledged > 0 && state.includes(`"place-${this.acknowledged}"`);
  }

  private async learn(): Promise<void> {
    for (let seq = 1; this.going; seq++) {
      while (!(await this.isAcknowledged(seq))) await pause(200);
      this.acknowledged = seq;
      await pause(400);
    }
  }

  private async isAcknowledged(seq: number): Promise<boolean> {
    const core = { lesson_status: 'incomplete', lesson_location: `place-${seq}`, exit: 'suspend' };
    const body = JSON.stringify({
      seq,
      sco: this.sco,
      run: 1,
      final: false,
      shownMs: 100 * seq,
      cmi: { core, suspend_data: '' },
    });
    const reply = await fetch(`${this.launch}/commits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(15_000),
    }).catch(() => undefined);
    if (reply && reply.status < 500 && reply.status !== 429 && !reply.ok)
      throw new Error(`Refused: ${await reply.text()}`);
    return reply?.ok ?? false;
  }
}
