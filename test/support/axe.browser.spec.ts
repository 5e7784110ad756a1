import { expectAccessible } from './axe';
import { TestBrowser } from './test-browser';

const pageOf = (picture: string, more = '') =>
  `data:text/html,<!doctype html><html lang="en"><title>One</title><main><h1>One</h1>${picture}</main>${more}`;

describe('a page that is looked at', () => {
  it('is found wrong where it is, on the first page of a tab as on those it is led to', async () => {
    const browser = await TestBrowser.connect();
    try {
      const page = await browser.newPage();
      for (let visit = 0; visit < 3; visit++) {
        await page.goto(pageOf('<img src="a.png" alt="A hall">'));
        await expectAccessible(page);
        await page.goto(pageOf('<img src="a.png">'));
        await expect(expectAccessible(page)).rejects.toThrow('image-alt');
      }
      await page.goto(pageOf('', `<iframe title="Two" srcdoc="<title>Two</title>"></iframe>`));
      const inside = page.frames()[1]!;
      expect([await page.evaluate('typeof axe'), await inside.evaluate('typeof axe')]).toEqual(['object', 'undefined']);
    } finally {
      await browser.close();
    }
  });
});
