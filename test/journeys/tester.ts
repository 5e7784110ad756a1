import type { Frame } from 'puppeteer';
import type { Visitor } from './scene';

/** Opens the player on the version of a round. @param begin what is pressed on the round's page */
export async function preview(tester: Visitor, round: string, begin = 'Start the preview'): Promise<void> {
  await tester.open(round);
  await tester.shoot('round-of-a-tester');
  await tester.press(begin);
  await content(tester);
  await tester.shoot('preview');
}

export async function leavePreview(tester: Visitor): Promise<void> {
  await tester.pressAt('[data-exit]');
}

export async function signOff(tester: Visitor, round: string): Promise<void> {
  await tester.open(`${round}/sign-off`);
  for (const yes of await tester.page.$$('.testing-check input[value=yes]')) await yes.click();
  await tester.page.click('input[name=decision][value=signed_off]');
  await tester.shoot('sign-off');
  await tester.press('Record it');
  await tester.shoot('signed-off');
}

/** The frame of the SCO in the player, when it has been loaded. */
export async function content(visitor: Visitor): Promise<Frame> {
  await visitor.page.waitForFunction(`(() => {
    const { contentDocument } = document.querySelector('#sco');
    return contentDocument?.readyState === 'complete' && contentDocument.location.pathname.startsWith('/content/');
  })()`);
  return (await visitor.page.$('#sco'))!.contentFrame();
}

/** Opens a part from the table of contents. @param part counts from 1 */
export async function openPart(visitor: Visitor, part: number): Promise<void> {
  const button = await visitor.page.waitForSelector(`::-p-xpath((//*[@data-open-sco])[${part}])`);
  // The list may be folded away.
  await button!.evaluate((element) => (element as unknown as { click(): void }).click());
  await visitor.page.waitForSelector(`::-p-xpath((//*[@data-open-sco])[${part}][@aria-current])`);
  await content(visitor);
}
