import { checkPrinted, PdfIsWrong, Printer } from '@induct/printing';
import { testConfig } from '../../../../test/support/config';
import { readPdf } from '../../../../test/support/pdf';
import { aFinding, aReport } from '../../test/given-report';
import type { RoundReport } from './report';
import { ReportDocument } from './report.document';

const AT = new Date('2026-11-22T14:32:00Z');
/** Words as they are read: fonts come in parts, so letters with accents stand a little apart from the others. */
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the report on a round, printed', () => {
  const document = new ReportDocument(() => 'Northmoor County Council');
  const printer = new Printer(testConfig('postgres://nowhere'));
  afterAll(() => printer.onApplicationShutdown());

  const printed = async (report: RoundReport) => {
    const pdf = await printer.print(document.sheet(report, AT));
    checkPrinted(pdf, document.expected(report));
    return readPdf(pdf, 1);
  };

  it('says everything, on numbered, tagged, titled pages', async () => {
    const pdf = await printed(aReport());
    expect(pdf).toMatchObject({ language: 'en-GB', tagged: true });
    expect(pdf.title).toBe('Report on test round 2: The code of conduct');
    expect(pdf.pages).toBeGreaterThan(1);
    for (const [at, text] of pdf.texts.entries()) {
      expect(squeezed(text)).toContain(`Page${at + 1}of${pdf.pages}`);
      expect(squeezed(text)).toContain(squeezed('Report on test round 2: The code of conduct, version 3'));
    }
    const text = squeezed(pdf.texts.join(' '));
    for (const words of [
      'Northmoor County Council',
      'Report on test round 2',
      'The code of conduct, version 3',
      'As things stood at 14:32 on 22 November 2026',
      'Version 3 was signed off, with 2 of 2 needed sign-offs. No blocking finding stands in its way.',
      'Published on 22 November 2026 by Olive Officer.',
      'Siân Rees-Pritchard',
      'Question 3 is not fair',
      '1 hour 10 minutes',
      'It is written in plain English',
      'No from Bernard Osei, who signed it off all the same: “Pecuniary” is used before it is explained.',
      'No from Catrin Prosser, who refused',
      'Good, apart from the second part.',
      'Not looked at',
      'Finding 12',
      'Fixed in version 3',
      'Why not: It is meant to be like this',
      'from round 1 on version 2',
    ])
      expect(text.toLowerCase()).toContain(squeezed(words).toLowerCase());
  });

  it('says why it was published by override, and that nothing was found', async () => {
    const override = {
      reason: 'The regulations changed on Monday.',
      proposedByName: 'Adam Ferris',
      proposedAt: AT,
      confirmedByName: 'Olive Officer',
      confirmedAt: AT,
    };
    const { texts } = await printed({ ...aReport(), number: 3, override, findings: [] });
    const text = squeezed(texts.join(' '));
    for (const words of [
      'The regulations changed on Monday.',
      'Proposed by Adam Ferris on 22 November 2026, confirmed by Olive Officer on 22 November 2026',
      'Nothing was reported.',
    ])
      expect(text).toContain(squeezed(words));
  });

  it('prints markup as the letters it is, letters of any script, and two hundred findings', async () => {
    const hostile = `</p><script>document.title='x'</script><img src=x onerror=alert(1)>{{council}}{{{text}}} & "quoted" 'x'`;
    const long = 'Unbroken'.repeat(600);
    const findings = [
      aFinding({ number: 1, text: hostile }),
      aFinding({ number: 2, text: 'العربية 中文 🎉 Ŵŷn', location: hostile, scoTitle: hostile, authorName: hostile }),
      aFinding({ number: 3, text: long }),
      ...Array.from({ length: 197 }, (_, at) => aFinding({ number: at + 4 })),
    ];
    const { texts, title, pages } = await printed({
      ...aReport(),
      number: 4,
      courseTitle: hostile,
      focus: hostile,
      findings,
    });
    expect(title).toBe(`Report on test round 4: ${hostile}`);
    const text = squeezed(texts.join(' '));
    expect(text.split(squeezed(hostile)).length - 1).toBe(6);
    expect(text).toContain('Finding200');
    expect(squeezed(texts.at(-1)!)).toContain(squeezed(`Report on test round 4: ${hostile}`.slice(0, 80)));
    expect(texts.at(-1)).toContain(`of ${pages}`);
  });

  it('breaks what is longer than its place', async () => {
    const [wide, word] = ['W'.repeat(100), `Llanfair${'pwllgwyngyll'.repeat(7)}`];
    const report = aReport();
    const { texts, pages, collisions } = await printed({
      ...report,
      courseTitle: 'W'.repeat(120),
      openedByName: wide,
      focus: word,
      testers: report.testers.map((tester) => ({ ...tester, name: wide, reason: word })),
      answers: report.answers.map((answer) => ({ ...answer, text: word, notes: [wide] })),
      findings: [aFinding({ text: wide, authorName: wide, scoTitle: word, location: word })],
    });
    expect(
      texts.map(squeezed).every((text, at) => text.includes('W…') && text.includes(`Page${at + 1}of${pages}`)),
    ).toBe(true);
    expect(collisions).toEqual([]);
  });

  it('is refused when the browser printed something else', async () => {
    const empty = await printer.print({ language: 'en-GB', title: 'Report on test round 2', head: '', body: '' });
    expect(() => checkPrinted(empty, document.expected(aReport()))).toThrow(PdfIsWrong);
  });
});
