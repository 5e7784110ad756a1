import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkPrinted, PdfIsWrong, Printer } from '@induct/printing';
import { testConfig } from '../../../../test/support/config';
import { type ReadPdf, readPdf } from '../../../../test/support/pdf';
import type { CertificateFacts } from '../certificate/certificate-facts';
import { CertificateDocument } from './certificate.document';
import { expectedCertificate } from './expected-certificate';

const SITE = 'https://members.northmoor.example';
const NUMBER = 'NMC-2026-K7MQ4-XR2TP-9';
/** Enough for the QR code; reading pixels is the slow part. */
const SCALE = 2;
const SECRET = 'AbCdEfGhIjKlMnOpQrStUv';
const TITLES = [
  'The code of conduct',
  'Planning committee: the law of planning decisions and predetermination',
  'Data protection and freedom of information for councillors',
  'Equality, diversity and inclusion',
  'Chairing skills',
  'Safeguarding children and adults at risk of harm',
  'Social media and personal safety',
  'Scrutiny: asking the questions that matter',
  'Local government finance explained in forty minutes',
  'Corporate parenting',
  'Licensing and regulatory committee',
  'Climate, carbon and the council',
];
const facts = (given: Partial<CertificateFacts> = {}): CertificateFacts => ({
  language: 'en-GB',
  council: 'Northmoor County Council',
  holder: 'Siân Rees-Pritchard',
  scheme: 'Core skills',
  edition: 'Edition 1',
  modules: [{ title: 'The code of conduct', completedOn: '2026-11-22', score: 90 }],
  learningSeconds: 5400,
  awardedOn: '2026-11-22',
  validUntil: '2030-11-22',
  number: NUMBER,
  signatories: [
    { name: 'Margaret Ellison', office: 'Chair, Member Development Steering Group', signature: 'm-ellison' },
    { name: 'David Okafor', office: 'Head of Democratic Services' },
  ],
  ...given,
});
/** Words as they are read: fonts come in parts, so letters with accents stand a little apart from the others. */
const squeezed = (text: string) => text.replace(/\s+/g, '').replace(/[’ʼ]/g, "'").toLowerCase();

/** A PDF says when it was made, twice, and has an identifier. */
const withoutDates = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/\/(CreationDate|ModDate) \(.*?\)/g, '')
    .replace(/\/ID \[.*?\]/gs, '');
const sheetOf = (body: string, head = '') => ({ language: 'en', title: 'Certificate of Accreditation', head, body });

describe('printing certificates', () => {
  const document = new CertificateDocument(SITE);
  const printer = new Printer(testConfig('postgres://nowhere'));
  afterAll(() => printer.onApplicationShutdown());

  const printed = async (given: CertificateFacts): Promise<ReadPdf> => {
    const pdf = await printer.print(
      await document.sheet({ facts: given, template: 'accreditation-1', secret: SECRET }),
    );
    checkPrinted(pdf, expectedCertificate(given));
    return readPdf(pdf, SCALE);
  };

  it('puts every fact on one tagged, titled page whose QR code leads to its verification page', async () => {
    const pdf = await printed(facts());
    expect(pdf).toMatchObject({ pages: 1, language: 'en-GB', tagged: true });
    expect(pdf.title).toBe(`Certificate of Accreditation ${NUMBER}: Siân Rees-Pritchard`);
    expect(pdf.qr).toBe(`${SITE}/verify/${NUMBER}#${SECRET}`);
    const text = squeezed(pdf.text);
    for (const words of [
      'Northmoor County Council',
      'Certificate of Accreditation',
      'Siân Rees-Pritchard',
      'Core skills',
      'Edition 1',
      'The code of conduct',
      '22 November 2026',
      '90%',
      '1 hour 30 minutes',
      '22 November 2030',
      NUMBER,
      'Margaret Ellison',
      'David Okafor',
      'members.northmoor.example/verify',
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  it('finds room for twelve modules, a name of 68 letters and Welsh accents', async () => {
    const holder = 'Gwenllïan Angharad Ŵŷn Llywelyn-Pryce ap Gruffydd o’r Bont-faen Fawr';
    const modules = TITLES.map((title, at) => ({ title, completedOn: '2026-09-28', score: at % 3 ? 80 + at : null }));
    const pdf = await printed(facts({ holder, modules }));
    expect(pdf.pages).toBe(1);
    const text = squeezed(pdf.text);
    for (const words of [holder, ...TITLES, NUMBER]) expect(text).toContain(squeezed(words));
    expect(pdf.qr).toContain(NUMBER);
  });

  it('prints a certificate in a page that was used before as in a new one, to the byte', async () => {
    const { signatories } = facts();
    const given = [
      facts({ holder: 'Ada Fenwick', number: 'NMC-2026-22222-33333-4' }),
      facts({ holder: 'Bernard Osei', signatories: signatories.slice(1) }),
      facts({
        holder: 'Gwenllïan Ŵŷn',
        modules: TITLES.map((title) => ({ title, completedOn: '2026-09-28', score: 80 })),
      }),
      facts({ holder: 'Catrin Prosser', signatories: [signatories[0]!, signatories[0]!] }),
    ];
    const sheets = await Promise.all(
      given.map((one) => document.sheet({ facts: one, template: 'accreditation-1', secret: SECRET })),
    );
    const alone: string[] = [];
    for (const sheet of sheets) {
      await printer.loseBrowser();
      alone.push(withoutDates(await printer.print(sheet)));
    }
    const order = [0, 1, 2, 3, 2, 1, 3, 0, 3, 1];
    const inARow = await Promise.all(order.map((at) => printer.print(sheets[at]!)));
    for (const [turn, at] of order.entries()) expect(withoutDates(inARow[turn]!) === alone[at]).toBe(true);
  });

  it.each([
    ['محمد عبد الله', 'NotoNaskhArabic'],
    ['Fatima محمد Khan', 'NotoNaskhArabic'],
    ['علی رضا پژمان ٹیپو', 'NotoNaskhArabic'],
    ['יִצְחָק כהן', 'NotoSerifHebrew'],
    ['अनिता शर्मा क्षत्रिय', 'NotoSerifDevanagari'],
    ['王小明', 'NotoSerifSC'],
    ['Ẹ̀kọ́ Nguyễn Văn Đặng', 'SourceSerif4'],
    ['Олександр Παπαδοπούλου', 'SourceSerif4'],
  ])('prints the name %s to its last letter, in our own faces only', async (holder, face) => {
    const sheet = await document.sheet({ facts: facts({ holder }), template: 'accreditation-1', secret: SECRET });
    const pdf = await printer.print(sheet);
    expect(() => checkPrinted(pdf, expectedCertificate(facts({ holder })))).not.toThrow();
    const fonts = Array.from(
      Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]+\+([A-Za-z0-9]+)/g),
      ([, name]) => name,
    );
    expect(fonts).toContain(face);
    expect(fonts.filter((name) => !/^(SourceSerif4|AtkinsonHyperlegibleNext|Noto\w+)$/.test(name!))).toEqual([]);
    // Of another name some letter is missing.
    expect(() =>
      checkPrinted(pdf, expectedCertificate(facts({ holder: `${holder} ${holder.includes('محمد') ? 'צ' : 'غ'}` }))),
    ).toThrow(/letters are missing in the holder’s name: [צغ]$/);
  });

  it('refuses a name that no face has, and says which letters those are', async () => {
    const given = facts({ holder: '김민수 Lee' });
    const pdf = await printer.print(
      await document.sheet({ facts: given, template: 'accreditation-1', secret: SECRET }),
    );
    expect(() => checkPrinted(pdf, expectedCertificate(given))).toThrow(
      'letters are missing in the holder’s name: 김 민 수',
    );
  });

  it('lets no name turn round what stands beside it', async () => {
    const given = facts({
      holder: '\u202eنور \u2066Ann\u202e Lee',
      modules: [{ title: 'Code\u202e of conduct', completedOn: '2026-11-22', score: 90 }],
    });
    const pdf = await printer.print(
      await document.sheet({ facts: given, template: 'accreditation-1', secret: SECRET }),
    );
    checkPrinted(pdf, expectedCertificate(given));
    const read = await readPdf(pdf, 1);
    expect(read.title).toMatch(/نور Ann Lee$/);
    expect(squeezed(read.text)).toContain('codeofconduct');
  });

  const LONG =
    'Predetermination, predisposition and bias in the decisions of planning and licensing committees, '.repeat(2);
  const twelve = Array.from({ length: 12 }, (_, at) => ({
    title: at === 5 ? `Llanfair${'pwllgwyngyll'.repeat(7)} ${LONG}`.slice(0, 120) : `${at + 1} ${LONG}`.slice(0, 120),
    completedOn: '2026-09-28',
    score: at % 3 ? 80 + at : null,
  }));
  it.each([
    ['twelve titles of 120 characters, one of them with a word of 92', facts({ modules: twelve })],
    ['a name of 100 Ws', facts({ holder: 'W'.repeat(100) })],
    ['both', facts({ holder: 'W'.repeat(100), modules: twelve })],
    [
      'long titles in a script of wide letters',
      facts({
        holder: 'अनिता शर्मा',
        modules: twelve.map((one) => ({ ...one, title: 'आचार संहिता और योजना समिति के निर्णय '.repeat(4).slice(0, 120) })),
      }),
    ],
    [
      'signatories and a council with long words',
      facts({
        council: 'M'.repeat(60),
        scheme: 'M'.repeat(60),
        signatories: [
          { name: 'W'.repeat(60), office: 'O'.repeat(100) },
          { name: 'David Okafor', office: 'Head of Democratic Services' },
        ],
      }),
    ],
  ])('finds room for %s: nothing runs into anything', async (_, given) => {
    expect(await printed(given)).toMatchObject({ pages: 1, collisions: [] });
  });

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

  it('prints markup in a name as the letters it is', async () => {
    const holder = 'Robert <b>"Bobby"</b> & {{council}} Jones';
    expect(squeezed((await printed(facts({ holder }))).text)).toContain(squeezed(holder));
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

  it('goes on with a new browser when the old one was killed', async () => {
    const sheet = await document.sheet({ facts: facts(), template: 'accreditation-1', secret: SECRET });
    await printer.print(sheet);
    await printer.loseBrowser();
    expect((await readPdf(await printer.print(sheet), 1)).text).toContain(NUMBER);
  });

  it('refuses what is no certificate', async () => {
    const empty = await printer.print(sheetOf(''));
    expect(() => checkPrinted(empty, expectedCertificate(facts()))).toThrow(PdfIsWrong);
    expect(() => checkPrinted(Buffer.from('hello'), expectedCertificate(facts()))).toThrow(/not a whole PDF/);
    const good = await printer.print(
      await document.sheet({ facts: facts(), template: 'accreditation-1', secret: SECRET }),
    );
    expect(() => checkPrinted(good.subarray(0, good.length / 2), expectedCertificate(facts()))).toThrow(
      /not a whole PDF/,
    );
    expect(() => checkPrinted(good, expectedCertificate(facts({ holder: 'Žofia Quixote' })))).toThrow(
      /letters are missing in the holder’s name: Ž$/,
    );
  });
});
