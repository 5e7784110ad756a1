import type { Frame } from 'puppeteer';
import type { Answer } from '../../build/build.mjs';

/** How somebody presses a button and gives an answer: with a keyboard, or as fast as a machine can. */
export interface Hands {
  press(selector: string): Promise<void>;
  /** @param given as `Answer.right` and `Answer.wrong` */
  answer(question: Answer, given: string[]): Promise<void>;
}

/** What holds the answer in a form, by the kind of question. */
const FORM = ['input:checked', 'select', '.place', 'input[type=text]'];

/**
 * Somebody who knows the answers and works through a module of any kind: reads it, fails it, passes it, stops in the
 * middle. Goes on from wherever the module stands, so a new learner in a new window resumes.
 */
export class Learner {
  // Assigned by hand: programs that are not compiled with this folder import it as it stands, and Node strips types only.
  readonly sco: Frame;
  private readonly hands: Hands;
  private readonly answers: { checks: readonly Answer[]; test: readonly Answer[] };

  constructor(sco: Frame, hands: Hands, answers: { checks: readonly Answer[]; test: readonly Answer[] }) {
    this.sco = sco;
    this.hands = hands;
    this.answers = answers;
  }

  place(): Promise<string> {
    return this.sco.evaluate('document.body.dataset.at') as Promise<string>;
  }

  text(selector: string): Promise<string> {
    return this.sco.$eval(selector, (element) => element.innerText.trim());
  }

  press(selector: string): Promise<void> {
    return this.hands.press(selector);
  }

  async next(): Promise<void> {
    await this.leave('[data-next]');
  }

  async back(): Promise<void> {
    await this.leave('[data-back]');
  }

  /** The answer that stands in the form of a question, written as the player keeps it: "b", "ac", "28". */
  given(id: string): Promise<string> {
    return this.sco.$$eval(
      FORM.map((part) => `[data-check="${id}"] ${part}, [data-test-question="${id}"] ${part}`).join(','),
      (parts) => {
        const values = parts.map((part) => part.dataset.letter ?? part.value);
        // Choices stand in any order; what is chosen is written in that of the letters.
        return (parts[0]?.type === 'checkbox' ? values.toSorted((a, b) => (a < b ? -1 : 1)) : values).join('');
      },
    );
  }

  /** The letters of all there is to choose from, in the order they stand in, by the id of the question or scenario. */
  orders(): Promise<Record<string, string>> {
    return this.sco.evaluate(`Object.fromEntries(
      [...document.querySelectorAll('[data-scenario], [data-check], [data-test-question]')].map((asked) => [
        asked.dataset.scenario ?? asked.dataset.check ?? asked.dataset.testQuestion,
        [...asked.querySelectorAll('[data-choice], .option input, .place, .pair:first-child option')]
          .map((part) => part.dataset.choice ?? part.dataset.letter ?? part.value).join(''),
      ]))`) as Promise<Record<string, string>>;
  }

  async answer(id: string, how: 'right' | 'wrong'): Promise<void> {
    const question = [...this.answers.checks, ...this.answers.test].find((candidate) => candidate.id === id);
    if (!question) throw new Error(`Nobody told the learner the answer to "${id}"`);
    await this.hands.answer(question, question[how]);
  }

  /** Answers the checks of this screen. @returns their ids */
  async answerChecks(how: 'right' | 'wrong' = 'right'): Promise<string[]> {
    const ids = await this.named('[data-place]:not([hidden]) [data-check]', 'check');
    for (const id of ids) {
      await this.answer(id, how);
      await this.press(`[data-check="${id}"] [type=submit]`);
    }
    return ids;
  }

  /** Reads on, answering checks rightly, until this screen is reached. */
  async readTo(screen: string): Promise<void> {
    for (let place = await this.place(); place !== screen; place = await this.place()) {
      if (place.startsWith('test')) throw new Error(`There is no screen "${screen}" on the way to the test`);
      await this.answerChecks();
      await this.next();
    }
  }

  /** Reads to the end and stands before the test. */
  readToTheTest(): Promise<void> {
    return this.readTo('test');
  }

  /** Begins the test, goes on with it, or takes it again. */
  async startTest(): Promise<void> {
    await this.leave((await this.place()) === 'result' ? '[data-retake]' : '[data-start-test]');
  }

  /** The questions that this try asks, in their order. */
  asked(): Promise<string[]> {
    return this.named('[data-place^="test/"] [data-test-question]', 'testQuestion');
  }

  /**
   * Answers the questions that are still open, up to the list of answers.
   * @param wrong how many of the try's questions to answer wrongly: the first ones
   * @param stopAfter stops in the middle, with so many questions answered
   */
  async answerTest({ wrong = 0, stopAfter = Infinity } = {}): Promise<void> {
    const asked = await this.asked();
    for (let place = await this.place(); place !== 'test/answers'; place = await this.place()) {
      const index = Number(place.slice('test/'.length)) - 1;
      if (index >= stopAfter) return;
      await this.answer(asked[index]!, index < wrong ? 'wrong' : 'right');
      await this.next();
    }
  }

  /** Hands in the answers. @returns what the result says */
  async handIn(): Promise<string> {
    await this.leave('[data-submit-test]');
    return this.text('[data-result]');
  }

  /** A whole try, from wherever it stands. @returns what the result says */
  async takeTest({ wrong = 0 } = {}): Promise<string> {
    if (['test', 'result'].includes(await this.place())) await this.startTest();
    await this.answerTest({ wrong });
    return this.handIn();
  }

  /** One message to the page and one back: `$$eval` takes six, and a module has hundreds of steps. */
  private named(selector: string, by: string): Promise<string[]> {
    return this.sco.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ dataset }) => dataset.${by})`,
    ) as Promise<string[]>;
  }

  private async leave(button: string): Promise<void> {
    const place = await this.place();
    await this.press(`[data-place]:not([hidden]) ${button}`);
    // Mostly it is left by now, and asking costs a fraction of waiting.
    if ((await this.place()) === place) {
      await this.sco.waitForFunction(`document.body.dataset.at !== ${JSON.stringify(place)}`);
    }
  }
}
