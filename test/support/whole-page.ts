import type { Page } from 'puppeteer';

/**
 * A picture of a whole page. What stands in a sandboxed frame (a letter in the demo's mailbox) is drawn by another process, and
 * only within the window: for pages with a frame the window is first made as long as the page.
 */
export async function pictureOfWholePage(page: Page, path: `${string}.png`): Promise<void> {
  const before = page.viewport();
  const isFramed = page.frames().length > 1;
  if (isFramed && before) {
    const height = await page.evaluate('document.documentElement.scrollHeight');
    await page.setViewport({ ...before, height: Number(height) });
    // Once for the page, and once for the frame in it.
    for (let drawn = 0; drawn < 2; drawn++)
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  }
  await page.screenshot({ path, fullPage: true });
  if (isFramed) await page.setViewport(before);
}
