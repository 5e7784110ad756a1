import { say } from '../speech/say';

/**
 * The player cannot run in this browser: the page says so, instead of a module that nobody records. The frame has no
 * address yet, so there is no content either.
 */
export function startOrSay(start: () => void): void {
  try {
    start();
  } catch (error) {
    console.error(error);
    // After whatever of the player did begin.
    window.addEventListener('load', () => {
      const [notice, save] = ['[data-notice]', '[data-save-text]'].map((one) =>
        document.querySelector<HTMLElement>(one)!,
      );
      const heading = document.createElement('h2');
      heading.textContent = say('This browser cannot open the module');
      const words = document.createElement('p');
      words.textContent = say(
        'Nothing you do here would be recorded. Use another browser, or tell Democratic Services.',
      );
      notice!.replaceChildren(heading, words);
      notice!.hidden = false;
      document.querySelector<HTMLElement>('#sco')!.hidden = true;
      save!.textContent = say('Not saved here');
    });
  }
}
