import type { BrowserContext, CDPSession } from 'puppeteer';

/**
 * A page that can be opened and asked, and of which nothing else is told. Puppeteer prepares every frame of its pages, and hears of
 * each of their requests: for a page that opens thousands of both this is most of the work.
 */
export class UnwatchedPage {
  private constructor(private readonly session: CDPSession) {}

  /** @param context one whose pages Puppeteer does not take for its own */
  static async open(context: BrowserContext, url: string, { withoutPolicy = false } = {}): Promise<UnwatchedPage> {
    const root = (await context.browser().target().createCDPSession()).connection()!;
    const { targetId } = await root.send('Target.createTarget', { url: 'about:blank', browserContextId: context.id });
    const { targetInfo } = await root.send('Target.getTargetInfo', { targetId });
    const session = await root.createSession(targetInfo);
    if (withoutPolicy) {
      await session.send('Page.enable');
      await session.send('Page.setBypassCSP', { enabled: true });
    }
    await session.send('Page.navigate', { url });
    return new UnwatchedPage(session);
  }

  /** @returns what an expression comes to in the page, when it is a promise what that comes to */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true, // as Puppeteer does
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
