import { setTimeout as wait } from 'node:timers/promises';
import type { Frame, Page } from 'puppeteer';
import type { Press } from './instruction';

const PATIENCE_MS = 6000;
const STEP_MS = 40;
/** A player may need a moment to show what can be pressed now. */
const LOOKED_AT_MS = 800;

/** The player's page as a tester has it before them. What is asked of it is asked of what a person would see. */
export class PlayerPage {
  constructor(
    private readonly page: Page,
    /** Title of the package's root. */
    private readonly root: string,
  ) {}

  /** @returns undefined when it was pressed; else why it could not be */
  async press(what: Press): Promise<string | undefined> {
    const button = `[data-nav="${what}"]`;
    if (what === 'exit-all') return this.exit(button);
    if (!(await this.until(() => this.can(button)))) return `the player has no button for ${what}`;
    return this.click(button);
  }

  private async exit(button: string): Promise<string | undefined> {
    // Content may have asked for the same before the tester could; and a player may have one way out only.
    const isOut = () => Promise.resolve(this.isAway());
    const canEnd = await this.until(async () => (await isOut()) || this.can(button), LOOKED_AT_MS);
    if (await isOut()) return undefined;
    if (!canEnd) return (await this.can('[data-exit]')) ? this.click('[data-exit]') : 'the player cannot be left';
    await this.click(button);
    await this.confirm();
    return undefined;
  }

  /** A player may ask whether it is meant. */
  private async confirm(): Promise<void> {
    const yes = `[...document.querySelectorAll('[data-notes] button')].find((button) => /^Yes\\b/.test(button.textContent.trim()))`;
    if (await this.until(() => this.page.evaluate(`${yes} !== undefined`) as Promise<boolean>, LOOKED_AT_MS))
      await this.page.evaluate(`${yes}.click()`);
  }

  async choose(title: string): Promise<string | undefined> {
    const place = this.placeOf(title);
    const isThere = await this.until(async () => (await this.entry(place)) === 'selectable');
    if (!isThere) return `${place} cannot be chosen`;
    await this.page.evaluate(`(${FIND})(${JSON.stringify(place)}).click()`);
    return undefined;
  }

  /** @returns whether no content is left within some seconds */
  hasEnded(): Promise<boolean> {
    return this.until(() => Promise.resolve(!this.isPlaying()), 2 * PATIENCE_MS);
  }

  /** Waits until the player says that all is saved, or has gone back to the members' area; not for ever. */
  hasEverything(): Promise<boolean> {
    return this.until(async () => this.isAway() || (await this.can('[data-save-state="saved"]')), PATIENCE_MS);
  }

  private isAway(): boolean {
    return !new URL(this.page.url()).pathname.startsWith('/launch/');
  }

  /** Whether a tester would give this answer, in the suite's letters. @param question `toc.visible@Activity 2` and its like */
  answers(question: string, expected: string): Promise<boolean> {
    return this.until(async () => (await this.isSo(question)) === (expected === 'Y'), LOOKED_AT_MS);
  }

  /** Puts down what was answered in the test page's own form, so that it goes on. */
  async submitAnswers(questions: readonly string[]): Promise<void> {
    const frame = this.content();
    if (questions.includes('click.button')) {
      await frame?.waitForSelector('#continue', { timeout: 2 * PATIENCE_MS }).catch(() => null);
      await frame?.evaluate(`document.getElementById('continue')?.click()`);
      return;
    }
    await frame?.evaluate(
      `(() => {
        const click = (id) => document.getElementById(id)?.click();
        for (let at = 0; at < ${questions.length}; at++) click('tRadio' + at);
        click('submit');
      })()`,
    );
  }

  private async isSo(question: string): Promise<boolean> {
    const [kind = '', title = ''] = question.split('@');
    if (kind === 'click.button') return true;
    const [device = '', state = ''] = kind.split('.');
    // What is not there at all counts as disabled, says the suite's guide.
    if (device === 'continue' || device === 'previous')
      return (await this.can(`[data-nav="${device}"]`)) === (state === 'enabled');
    if (kind === 'toc.enabled') return this.can('[data-open-sco]');
    const entry = await this.entry(this.placeOf(title));
    if (kind === 'toc.visible') return entry !== undefined;
    if (kind === 'toc.enabled.selectable') return entry === 'selectable';
    throw new Error(`Nobody knows how to answer ${question}`);
  }

  private placeOf(title: string): string {
    return /corresponds to the root/.test(title) ? this.root : title;
  }

  private entry(title: string): Promise<'selectable' | 'visible' | undefined> {
    return this.page.evaluate(`(${ENTRY})(${JSON.stringify(title)}, ${FIND})`) as ReturnType<PlayerPage['entry']>;
  }

  private can(selector: string): Promise<boolean> {
    return this.page.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].some(${CAN_BE_PRESSED})`,
    ) as Promise<boolean>;
  }

  private async click(selector: string): Promise<undefined> {
    await this.page.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].find(${CAN_BE_PRESSED}).click()`,
    );
  }

  /** The frame that a test page is in. */
  content(): Frame | undefined {
    return this.page.frames().find((frame) => /[?&]tc=/.test(frame.url()) && !frame.detached);
  }

  private isPlaying(): boolean {
    return this.content() !== undefined;
  }

  private async until(isSo: () => Promise<boolean>, patience = PATIENCE_MS): Promise<boolean> {
    for (let waited = 0; waited < patience; waited += STEP_MS) {
      if (await isSo().catch(() => false)) return true;
      await wait(STEP_MS);
    }
    return false;
  }
}

/** In the page: what a person could press. */
const CAN_BE_PRESSED = `(button) => !button.disabled && button.getAttribute('aria-disabled') !== 'true'
  && button.checkVisibility({ visibilityProperty: true })`;
/** In the page: an entry of the contents, by its title. */
const FIND = `(title) => [...document.querySelectorAll('#contents [data-open-sco], #contents .contents__group')]
  .find((entry) => [entry, ...entry.querySelectorAll('*')].some((part) =>
    [...part.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim() === title))`;
const ENTRY = `(title, find) => {
  const entry = find(title);
  if (!entry?.checkVisibility({ visibilityProperty: true })) return undefined;
  return entry.matches('[data-open-sco]') && (${CAN_BE_PRESSED})(entry) ? 'selectable' : 'visible';
}`;
