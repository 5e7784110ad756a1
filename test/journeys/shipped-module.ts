import { resolve } from 'node:path';
import type { Frame, Page } from 'puppeteer';
import type { Learner } from '../../content/player/test/learner';
import { frameWith } from './golf';

/** What the content kit knows of a module: its answers, and somebody who can give them. The package does not tell. */
export interface Tutor {
  learnerIn: (sco: Frame) => Learner;
}

/** @param course the module's folder in content/courses */
export async function tutor(course: string): Promise<Tutor> {
  const load = <Module>(file: string) => import(resolve(file)) as Promise<Module>;
  const kit = await load<typeof import('../../content/build/build.mjs')>('content/build/build.mjs');
  const learner = await load<typeof import('../../content/player/test/learner')>('content/player/test/learner.ts');
  const hands = await load<typeof import('../../content/player/test/quick-hands')>(
    'content/player/test/quick-hands.ts',
  );
  const answers = kit.answersFor(course);
  return { learnerIn: (sco) => new learner.Learner(sco, new hands.QuickHands(sco), answers) };
}

/** One of the modules that ship, in the player, as a person with a mouse or a finger uses it. */
export class ShippedModule {
  private constructor(private readonly sco: Frame) {}

  static async on(page: Page): Promise<ShippedModule> {
    return new ShippedModule(await frameWith(page, '[data-screen]:not([hidden])'));
  }

  /** Number of the screen that is shown, from 1. */
  async screen(): Promise<number> {
    return Number(
      await this.sco.$eval('[data-screen]:not([hidden])', (section) => section.getAttribute('data-screen')),
    );
  }

  async heading(): Promise<string> {
    return this.sco.$eval('[data-screen]:not([hidden]) h1', (heading) => heading.textContent!.trim());
  }

  async next(): Promise<void> {
    await this.press('[data-screen]:not([hidden]) [data-next]');
  }

  async readUpTo(screen: number): Promise<void> {
    while ((await this.screen()) < screen) await this.next();
  }

  async readUpToTheTest(): Promise<void> {
    while (!(await this.sco.$('[data-place="test"]:not([hidden])'))) await this.next();
  }

  /** Takes the final test, to its result; again after a failed one. @param wrong how many questions to answer wrongly */
  async takeTest({ learnerIn }: Tutor, wrong: number): Promise<string> {
    return learnerIn(this.sco).takeTest({ wrong });
  }

  private async press(selector: string): Promise<void> {
    const element = await this.sco.waitForSelector(selector, { visible: true });
    await element!.click();
  }
}
