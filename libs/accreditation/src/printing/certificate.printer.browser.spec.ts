import { checkPrinted, PdfIsWrong, Printer } from '@induct/printing';
import { testConfig } from '../../../../test/support/config';
import { type ReadPdf, readPdf } from '../../../../test/support/pdf';
import { type CertificateFacts, type FirstFacts, readFacts, type SecondFacts } from '../certificate/certificate-facts';
import { FIRST_DESIGN, SECOND_DESIGN, templateOf } from '../templates/designs';
import { FIRST_TEMPLATE } from '../templates/first-template';
import { SHIPPED } from '../templates/shipped-words';
import { CertificateDocument } from './certificate.document';
import { expectedCertificate } from './expected-certificate';
import { sampleFacts } from './sample-facts';

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
const facts = (given: Partial<FirstFacts> = {}): FirstFacts => ({
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
/** The same as it would be issued today. */
const today = (given: FirstFacts): SecondFacts => {
  const { language: _, requirements, ...same } = readFacts(given);
  return { ...same, version: 2, requirements: requirements.map((one) => ({ how: 'module', ...one })) };
};
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
    const certificate = { facts: given, template: 'version' in given ? SECOND_DESIGN : FIRST_DESIGN, secret: SECRET };
    const pdf = await printer.print(await document.sheet(certificate));
    checkPrinted(pdf, expectedCertificate(given, templateOf(certificate)));
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

  it('finds room for what was shown, in as many letters as it may have, on one that is issued by hand', async () => {
    const title = 'The county’s induction course of three days with its test. '.repeat(3).slice(0, 120).trim();
    const modules = [{ title, completedOn: '2026-05-18', score: null }];
    const pdf = await printed(facts({ modules, learningSeconds: 0, issuedByHand: true }));
    expect(squeezed(pdf.text)).toContain(squeezed('Edition 1, issued by hand by decision of two officers'));
    expect(squeezed(pdf.text)).toContain(squeezed('By decision'));
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
    const both = [await printed(given), await printed(today(given))];
    expect(both).toMatchObject([1, 2].map(() => ({ pages: 1, collisions: [] })));
  });

  it('says of one that is issued today how it was met, and that it is not what the law asks for', async () => {
    const { text, title, qr } = await printed(today(facts()));
    expect(title).toBe(`Certificate of Accreditation ${NUMBER}: Siân Rees-Pritchard`);
    expect(qr).toBe(`${SITE}/verify/${NUMBER}#${SECRET}`);
    for (const words of ['Requirements met', '90%', 'it is not a certificate of completion under section 319ZZA'])
      expect(squeezed(text)).toContain(squeezed(words));
    expect(squeezed((await printed({ ...today(facts()), statutory: true })).text)).not.toContain('319zza');
  });

  it.each([
    ['cy', 'Tystysgrif Achredu', ['Y cod ymddygiad', '22 Tachwedd 2026']],
    [
      'both',
      'Tystysgrif Achredu · Certificate of Accreditation',
      ['Y cod ymddygiad', '22 Tachwedd 2026', 'The code of conduct', '22 November 2026', 'This is to certify that'],
    ],
  ] as const)(
    'prints one in %s, and says in English, as English, what has no Welsh name',
    async (languages, title, all) => {
      const given = {
        ...sampleFacts(languages, 'Northmoor County Council'),
        councilCy: 'Cyngor Sir Northmoor',
        holder: 'Siân Rees-Pritchard',
        requirements: [
          {
            title: 'The code of conduct',
            titleCy: 'Y cod ymddygiad',
            how: 'module' as const,
            on: '2026-11-22',
            score: 90,
          },
          { title: 'Chairing skills', how: 'attendance' as const, on: '2026-11-20' },
        ],
      };
      const version = { layout: { ...FIRST_TEMPLATE.layout, languages }, words: SHIPPED };
      const sheet = await document.sheet({ facts: given, template: SECOND_DESIGN, version, secret: SECRET });
      const pdf = await printer.print(sheet);
      checkPrinted(pdf, expectedCertificate(given, version));
      const read = await readPdf(pdf, 1);
      expect(read).toMatchObject({ pages: 1, language: 'cy', tagged: true, collisions: [] });
      expect(read.title).toBe(`${title} ${given.number}: ${given.holder}`);
      const text = squeezed(read.text);
      for (const words of ['Cyngor Sir Northmoor', 'Sgiliau craidd', 'Chairing skills', 'Yn bresennol', ...all])
        expect(text).toContain(squeezed(words));
      // Nothing of ours in English on one in Welsh alone.
      expect(text.includes(squeezed('This is to certify that'))).toBe(languages === 'both');
      // In the structure of the document, for whoever listens to it.
      expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (en-GB)');
    },
  );

  it('prints markup in a name as the letters it is', async () => {
    const holder = 'Robert <b>"Bobby"</b> & {{council}} Jones';
    expect(squeezed((await printed(facts({ holder }))).text)).toContain(squeezed(holder));
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
