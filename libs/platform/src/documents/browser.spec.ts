import { browserPlace } from '../../../../test/support/config';
import { launchBrowser } from './browser';

describe('the browser', () => {
  it('that npm brought prints pages with their words', async () => {
    const browser = await launchBrowser({ ...browserPlace, executablePath: undefined, bundled: true });
    try {
      const page = await browser.newPage();
      await page.setContent('<!doctype html><html lang="en"><title>Words</title><h1>Certificate of accreditation</h1>');
      const pdf = await page.pdf({ tagged: true });
      const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
      const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
      const text = await (await document.getPage(1)).getTextContent();
      expect(text.items.map((item) => ('str' in item ? item.str : '')).join('')).toBe('Certificate of accreditation');
    } finally {
      await browser.close();
    }
  });
});
