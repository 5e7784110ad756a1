import { checkPrinted, PdfIsWrong } from '@induct/printing';
import { readPdf } from '../../../../test/support/pdf';
import { CertificatePress, facts, FULL, NUMBER, SECRET, SITE, squeezed, TITLES } from '../../test/certificate-press';
import type { CertificateFacts } from '../certificate/certificate-facts';
import { expectedCertificate } from './expected-certificate';

/** A PDF says when it was made, twice, and has an identifier. */
const withoutDates = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/\/(CreationDate|ModDate) \(.*?\)/g, '')
    .replace(/\/ID \[.*?\]/gs, '');
const sheetOf = (body: string, head = '') => ({ language: 'en', title: 'Certificate of Accreditation', head, body });

describe('printing certificates', () => {
  const press = new CertificatePress();
  const { document, printer } = press;
  const printed = (given: CertificateFacts) => press.printed(given);
  afterAll(() => press.end());

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

  it.each(FULL)('finds room for %s: nothing runs into anything', async (_, given) => {
    expect(await printed(given)).toMatchObject({ pages: 1, collisions: [] });
  });

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
