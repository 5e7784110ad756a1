import QRCode from 'qrcode';
import { readPdf } from './pdf';
import { TestBrowser } from './test-browser';

describe('reading a PDF as a stranger does', () => {
  it('finds its words, title, language, tags and QR code', async () => {
    const qr = await QRCode.toDataURL('https://members.example/verify/NMC-2026-ABC');
    const browser = await TestBrowser.connect();
    try {
      const page = await browser.newPage();
      await page.setContent(
        `<!doctype html><html lang="en-GB"><title>A title</title><h1>Some words</h1><img alt="QR code" src="${qr}" width="120">`,
      );
      const { png, ...read } = await readPdf(await page.pdf({ format: 'A4', landscape: true, tagged: true }));
      expect(read).toEqual({
        pages: 1,
        text: 'Some words',
        texts: ['Some words'],
        title: 'A title',
        language: 'en-GB',
        tagged: true,
        qr: 'https://members.example/verify/NMC-2026-ABC',
        collisions: [],
      });
      expect(png.length).toBeGreaterThan(1000);
    } finally {
      await browser.close();
    }
  });
});
