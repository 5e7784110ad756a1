import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testConfig } from '../../../../test/support/config';
import { readPdf } from '../../../../test/support/pdf';
import { Printer } from './printer';

const sheetOf = (body: string, head = '') => ({ language: 'en', title: 'Certificate of Accreditation', head, body });

describe('a document', () => {
  const printer = new Printer(testConfig('postgres://nowhere'));
  afterAll(() => printer.onApplicationShutdown());

  const LOOK = 'body{position:relative;width:600px;height:400px;margin:0;font:20px/24px serif} p{margin:0} ';
  it.each([
    [
      'a word wider than its place',
      '.title{width:100px}',
      '<p class="title">Antidisestablishmentarianism</p>',
      'the title “Antidisestablishmentarianism”',
    ],
    [
      'a line below the page',
      '.title{padding-top:390px;height:410px}',
      '<p class="title">Last</p>',
      'the title “Last”',
    ],
    [
      'two texts in one place',
      '.name{position:absolute;top:0;left:0}',
      '<p class="title">First</p><p class="name">Ann Lee</p>',
      'the holder’s name',
    ],
    [
      'a list too long for its box',
      'ul{height:30px;margin:0;padding:0} li{list-style:none}',
      '<ul><li>One</li><li>Two</li></ul><p>After</p>',
      'the text “Two”',
    ],
    [
      'a text over a picture',
      'img{position:relative;width:50px;height:50px;margin-bottom:-50px;display:block}',
      '<div><img alt="" src="data:image/svg+xml;base64,PHN2Zy8+"><p>Over</p></div>',
      'the text “Over”',
    ],
  ])('refuses a design with %s', async (_, style, body, named) => {
    const bad = { ...sheetOf(body, `<style>${LOOK}${style}</style>`), room: 'one page' as const };
    await expect(printer.print(bad)).rejects.toThrow(named);
  });

  it('takes the first way of setting a document that has room', async () => {
    const head = `<style>${LOOK} .title{width:200px} .small{font-size:8px}</style>`;
    const tight = function* () {
      yield '<p class="title">Antidisestablishmentarianismus</p>';
      yield '<p class="title small">Antidisestablishmentarianismus</p>';
      throw new Error('There was room already');
    };
    const body = '<p class="title">Antidisestablishmentarianismusses</p>';
    const pdf = await printer.print({ ...sheetOf(body, head), room: 'one page', tighter: tight });
    expect((await readPdf(pdf, 1)).text).toContain('Antidisestablishmentarianismus');
  });

  it('lets nothing in the document ask for anything, or run', async () => {
    let asked = 0;
    const server: Server = createServer((_, answer) => {
      asked++;
      answer.end('x');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const hostile = `<h1>Kept</h1>
      <link rel="stylesheet" href="${there}/a.css"><link rel="preconnect" href="${there}"><link rel="dns-prefetch" href="${there}">
      <link rel="prefetch" href="${there}/p">
      <style>@import "${there}/b.css"; @font-face{font-family:x;src:url(${there}/f)} h1{font-family:x;background:url(${there}/c)}</style>
      <img src="${there}/i.png"><iframe src="${there}/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
      <object data="${there}/o"></object><embed src="${there}/e"><video src="${there}/v" poster="${there}/vp"></video>
      <svg><image href="${there}/s"/><use href="${there}/u#x"/></svg><img src="file:///etc/hostname">
      <script>document.body.append('SCRIPT RAN'); fetch('${there}/js'); new WebSocket('${there.replace('http', 'ws')}')</script>
      <img src="x" onerror="document.body.append('SCRIPT RAN')">`;
    try {
      const pdf = await readPdf(await printer.print(sheetOf(hostile)), 1);
      expect(pdf.text).toContain('Kept');
      expect(pdf.text).not.toMatch(/SCRIPT RAN|root:/);
      await printer.print(sheetOf(`<meta http-equiv="refresh" content="0;url=${there}/r">`));
      // In a page that has printed before, and in one that the document before may have sent elsewhere.
      for (const style of ['', '', '<style></style>'])
        await printer.print(sheetOf(hostile, style)).catch(() => undefined);
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
  });
});
