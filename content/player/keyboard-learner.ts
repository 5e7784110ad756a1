import type { Frame, Page } from 'puppeteer';
import type { Answer } from '../build/build.mjs';

/** A learner who has a keyboard and nothing else. */
export class KeyboardLearner {
  constructor(
    readonly page: Page,
    private readonly sco: Frame,
  ) {}

  static async at(page: Page, url: string): Promise<KeyboardLearner> {
    await page.goto(url);
    const handle = await page.waitForSelector('iframe');
    const sco = await handle!.contentFrame();
    await sco.waitForSelector('body[data-at]');
    return new KeyboardLearner(page, sco);
  }

  place(): Promise<string> {
    return this.sco.evaluate('document.body.dataset.at') as Promise<string>;
  }

  run(script: string): Promise<unknown> {
    return this.sco.evaluate(script);
  }

  text(selector: string): Promise<string> {
    return this.sco.$eval(selector, (element) => element.innerText.trim());
  }

  /** What has the focus: its element's name and words. */
  focused(): Promise<string> {
    return this.sco.$eval(':focus', (element) => `${element.tagName} ${element.textContent.trim()}`);
  }

  chosen(id: string): Promise<string> {
    return this.sco.$$eval(`input[name="${id}"]:checked`, (inputs) => inputs.map((input) => input.value).join(''));
  }

  async press(selector: string): Promise<void> {
    await this.tabTo(selector);
    await this.page.keyboard.press('Enter');
  }

  async next(): Promise<void> {
    await this.press('[data-next]');
  }

  /** Selects the letters: arrows among radio buttons, the space bar for check boxes. */
  async answer({ id, kind }: Answer, letters: string[]): Promise<void> {
    if (kind === 'multiple') {
      for (const letter of letters) {
        await this.tabTo(`#${id}-${letter}`);
        await this.page.keyboard.press('Space');
      }
      return;
    }
    await this.tabTo(`input[name="${id}"]`);
    await this.page.keyboard.press('Space');
    while ((await this.chosen(id)) !== letters[0]) await this.page.keyboard.press('ArrowDown');
  }

  async readToTheTest(checks: Answer[]): Promise<void> {
    for (let place = await this.place(); place !== 'test'; place = await this.place()) {
      const [id] = await this.sco.$$eval('[data-place]:not([hidden]) [data-check]', (forms) =>
        forms.map((form) => form.dataset.check),
      );
      const check = checks.find((candidate) => candidate.id === id);
      if (check) {
        await this.answer(check, check.right);
        await this.press(`[data-check="${check.id}"] button`);
      }
      await this.next();
    }
  }

  async takeTest(test: Answer[], wrong: number): Promise<void> {
    for (const [index, question] of test.entries()) {
      await this.answer(question, index < wrong ? question.wrong : question.right);
      await this.next();
    }
    await this.press('[data-submit-test]');
  }

  private async tabTo(selector: string): Promise<void> {
    for (let tabs = 0; tabs < 100; tabs++) {
      if (await this.sco.$(`${selector}:focus`)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached with the keyboard at ${await this.place()}`);
  }
}
