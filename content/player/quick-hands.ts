import type { Frame } from 'puppeteer';
import type { Answer } from '../build/build.mjs';
import type { Hands } from './learner';

/** Presses and fills in from inside the page: a whole module in a second, with the same events a person causes. */
export class QuickHands implements Hands {
  private readonly sco: Frame;

  constructor(sco: Frame) {
    this.sco = sco;
  }

  async press(selector: string): Promise<void> {
    await this.sco.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  async answer({ id, kind }: Answer, given: string[]): Promise<void> {
    if (kind === 'matching') await this.match(id, given);
    else if (kind === 'ordering') await this.order(id, given);
    else if (kind === 'number') await this.write(id, given[0]!);
    else await this.choose(id, given);
  }

  private async choose(id: string, letters: string[]): Promise<void> {
    await this.sco.$$eval(
      `input[name="${id}"]`,
      (inputs, wanted) => {
        for (const input of inputs) if (input.checked !== wanted.includes(input.value)) input.click();
      },
      letters,
    );
  }

  private async match(id: string, letters: string[]): Promise<void> {
    await this.sco.$$eval(
      `select[name="${id}"]`,
      (lists, wanted) => {
        lists.forEach((list, index) => {
          list.value = wanted[index];
          list.dispatchEvent(new Event('change', { bubbles: true }));
        });
      },
      letters,
    );
  }

  private async order(id: string, letters: string[]): Promise<void> {
    await this.sco.$$eval(
      `[data-check="${id}"] .place, [data-test-question="${id}"] .place`,
      (places, wanted) => {
        wanted.forEach((letter, index) => {
          const place = places.find((candidate) => candidate.dataset.letter === letter);
          const at = () => Array.from(place.parentElement.children).indexOf(place);
          while (at() > index) place.querySelector('[data-move=up]').click();
        });
      },
      letters,
    );
  }

  private async write(id: string, number: string): Promise<void> {
    await this.sco.$eval(
      `#${id}-number`,
      (input, digits) => {
        input.value = digits;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      number,
    );
  }
}
