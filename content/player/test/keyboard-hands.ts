import type { Frame, Page } from 'puppeteer';
import type { Answer } from '../../build/build.mjs';
import type { Hands } from './learner';

// More than any screen has places to stop at.
const MOST_TABS = 150;

/** A keyboard and nothing else. */
export class KeyboardHands implements Hands {
  private readonly page: Page;
  private readonly sco: Frame;

  constructor(page: Page, sco: Frame) {
    this.page = page;
    this.sco = sco;
  }

  async press(selector: string): Promise<void> {
    await this.tabTo(selector);
    await this.page.keyboard.press('Enter');
  }

  async answer({ id, kind }: Answer, given: string[]): Promise<void> {
    if (kind === 'multiple') await this.tick(id, given);
    else if (kind === 'matching') await this.match(id, given);
    else if (kind === 'ordering') await this.order(id, given);
    else if (kind === 'number') await this.write(id, given[0]!);
    else await this.select(id, given[0]!);
  }

  private async tick(id: string, letters: string[]): Promise<void> {
    for (const letter of letters) {
      await this.tabTo(`#${id}-${letter}`);
      await this.page.keyboard.press('Space');
    }
  }

  /** Arrows among radio buttons. */
  private async select(id: string, letter: string): Promise<void> {
    await this.tabTo(`input[name="${id}"]`);
    await this.page.keyboard.press('Space');
    while (!(await this.sco.$(`#${id}-${letter}:checked`))) await this.page.keyboard.press('ArrowDown');
  }

  private async match(id: string, letters: string[]): Promise<void> {
    for (const [index, letter] of letters.entries()) {
      const list = `#${id}-${index + 1}`;
      await this.tabTo(list);
      await this.page.keyboard.press('Home');
      const value = () => this.sco.$eval(list, (element) => element.value);
      for (let presses = 0; (await value()) !== letter; presses++) {
        if (presses > letters.length) throw new Error(`${list} does not offer "${letter}"`);
        await this.page.keyboard.press('ArrowDown');
      }
    }
  }

  private async order(id: string, letters: string[]): Promise<void> {
    const places = `[data-check="${id}"] .place, [data-test-question="${id}"] .place`;
    const at = async (letter: string) =>
      (await this.sco.$$eval(places, (found) => found.map((place) => place.dataset.letter))).indexOf(letter);
    let moved = false;
    for (const [index, letter] of letters.entries()) {
      const up = `#${id}-${letter} [data-move=up]`;
      if ((await at(letter)) > index) await this.tabTo(up);
      for (; (await at(letter)) > index; moved = true) await this.page.keyboard.press('Enter');
    }
    if (!moved) await this.upAndDown(`#${id}-${letters.at(-1)}`);
  }

  /** For steps that stand by chance as they are to be: without a move they would be no answer. */
  private async upAndDown(place: string): Promise<void> {
    await this.press(`${place} [data-move=up]`);
    await this.press(`${place} [data-move=down]`);
  }

  private async write(id: string, number: string): Promise<void> {
    await this.tabTo(`#${id}-number`);
    await this.page.keyboard.type(number);
  }

  private async tabTo(selector: string): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await this.sco.$(`${selector}:focus`)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached with the keyboard`);
  }
}
