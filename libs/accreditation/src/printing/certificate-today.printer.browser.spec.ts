import { checkPrinted } from '@induct/printing';
import { readPdf } from '../../../../test/support/pdf';
import { CertificatePress, facts, FULL, NUMBER, SECRET, SITE, squeezed } from '../../test/certificate-press';
import { type CertificateFacts, type FirstFacts, readFacts, type SecondFacts } from '../certificate/certificate-facts';
import { SECOND_DESIGN } from '../templates/designs';
import { FIRST_TEMPLATE } from '../templates/first-template';
import { SHIPPED } from '../templates/shipped-words';
import { expectedCertificate } from './expected-certificate';
import { sampleFacts } from './sample-facts';

/** The same as it would be issued today. */
const today = (given: FirstFacts): SecondFacts => {
  const { language: _, requirements, ...same } = readFacts(given);
  return { ...same, version: 2, requirements: requirements.map((one) => ({ how: 'module', ...one })) };
};

describe('printing certificates as they are issued today', () => {
  const press = new CertificatePress();
  const { document, printer } = press;
  const printed = (given: CertificateFacts) => press.printed(given);
  afterAll(() => press.end());

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

  it.each(FULL)('finds room for %s: nothing runs into anything', async (_, given) => {
    expect(await printed(today(given))).toMatchObject({ pages: 1, collisions: [] });
  });
});
