import { resolve } from 'node:path';
import type { Frame, Page } from 'puppeteer';
import type { Answer } from '../../content/build/build.mjs';
import { frameWith } from './golf';

/** The answers of the final test, from the course's sources: the package does not tell. */
export async function testAnswers(): Promise<Answer[]> {
  const kit = (await import(resolve('content/build/build.mjs'))) as typeof import('../../content/build/build.mjs');
  return kit.answersFor('code-of-conduct').test;
}

/** "The code of conduct" in the player, as a person with a mouse or a finger uses it. */
export class CodeOfConduct {
  private constructor(private readonly sco: Frame) {}

  static async on(page: Page): Promise<CodeOfConduct> {
    return new CodeOfConduct(await frameWith(page, '[data-screen]:not([hidden])'));
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

  /**
   * Takes the final test, to its result.
   * @param begin with the test's introduction, or again after a failed one
   * @param right how many questions to answer right
   */
  async takeTest(begin: 'first' | 'again', answers: readonly Answer[], right: number): Promise<string> {
    await this.press(begin === 'first' ? '[data-start-test]' : '[data-retake]');
    for (const [index, answer] of answers.entries()) {
      for (const letter of index < right ? answer.right : answer.wrong) await this.press(`#${answer.id}-${letter}`);
      await this.press(`[data-test-question="${answer.id}"] [data-next]`);
    }
    await this.press('[data-submit-test]');
    await this.sco.waitForSelector('[data-place="result"]:not([hidden]) [data-result]');
    return this.sco.$eval('[data-result]', (panel) => (panel as unknown as { innerText: string }).innerText.trim());
  }

  private async press(selector: string): Promise<void> {
    const element = await this.sco.waitForSelector(selector, { visible: true });
    await element!.click();
  }
}
