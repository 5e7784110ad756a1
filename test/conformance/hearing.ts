import type { Page } from 'puppeteer';
import type { Said } from './stand-in';

const PATIENCE_MS = 15_000;

export type SaidAs<Kind extends Said['kind']> = Extract<Said, { kind: Kind }>;

/** What the test pages of one tab say, in its order. */
export class Hearing {
  private readonly said: Said[] = [];
  private waiting: (() => void) | undefined;

  private constructor() {}

  static async of(page: Page): Promise<Hearing> {
    const hearing = new Hearing();
    await page.exposeFunction('testerHears', (text: string) => {
      hearing.said.push(JSON.parse(text) as Said);
      hearing.waiting?.();
    });
    return hearing;
  }

  /** The next of its kind, or the word that the test is over; what was said before it is passed over. */
  async next<Kind extends Said['kind']>(kind: Kind): Promise<SaidAs<Kind> | SaidAs<'stopped'> | undefined> {
    for (;;) {
      const said = await this.first(PATIENCE_MS);
      this.said.shift();
      if (said === undefined || said.kind === kind || said.kind === 'stopped')
        return said as SaidAs<Kind> | SaidAs<'stopped'> | undefined;
    }
  }

  /** What is said first within this time, when it is of this kind. It can still be heard. */
  async peek<Kind extends Said['kind']>(kind: Kind, ms: number): Promise<SaidAs<Kind> | undefined> {
    const said = await this.first(ms);
    return said?.kind === kind ? (said as SaidAs<Kind>) : undefined;
  }

  private async first(ms: number): Promise<Said | undefined> {
    if (this.said.length === 0)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms);
        this.waiting = () => {
          clearTimeout(timer);
          done();
        };
      });
    return this.said[0];
  }
}
