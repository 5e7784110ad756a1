import { browserPlace } from '../../../../test/support/config';
import { launchBrowser } from './launch-browser';

describe('the browser', () => {
  it('that npm brought prints pages with their words, and leaves signals to us', async () => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const before = signals.map((signal) => process.listenerCount(signal));
    const browser = await launchBrowser({ ...browserPlace, executablePath: undefined, bundled: true });
    try {
      // Puppeteer's own answer to a signal would end the process before we have closed the rest.
      expect(signals.map((signal) => process.listenerCount(signal))).toEqual(before);
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
