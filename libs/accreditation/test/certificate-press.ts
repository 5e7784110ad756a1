import { checkPrinted, Printer } from '@induct/printing';
import { testConfig } from '../../../test/support/config';
import { type ReadPdf, readPdf } from '../../../test/support/pdf';
import { type CertificateFacts, type FirstFacts } from '../src/certificate/certificate-facts';
import { CertificateDocument } from '../src/printing/certificate.document';
import { expectedCertificate } from '../src/printing/expected-certificate';
import { FIRST_DESIGN, SECOND_DESIGN, templateOf } from '../src/templates/designs';

export const SITE = 'https://members.northmoor.example';
export const NUMBER = 'NMC-2026-K7MQ4-XR2TP-9';
/** Enough for the QR code; reading pixels is the slow part. */
const SCALE = 2;
export const SECRET = 'AbCdEfGhIjKlMnOpQrStUv';
export const TITLES = [
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
/** What a certificate of the first design says. */
export const facts = (given: Partial<FirstFacts> = {}): FirstFacts => ({
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
export const squeezed = (text: string) => text.replace(/\s+/g, '').replace(/[’ʼ]/g, "'").toLowerCase();

const LONG = 'Predetermination, predisposition and bias in the decisions of planning and licensing committees, '.repeat(
  2,
);
const twelve = Array.from({ length: 12 }, (_, at) => ({
  title: at === 5 ? `Llanfair${'pwllgwyngyll'.repeat(7)} ${LONG}`.slice(0, 120) : `${at + 1} ${LONG}`.slice(0, 120),
  completedOn: '2026-09-28',
  score: at % 3 ? 80 + at : null,
}));

/** What fills a page to its edges: why, and a certificate. */
export const FULL: [string, FirstFacts][] = [
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
];

/** Prints certificates, and reads them. */
export class CertificatePress {
  readonly document = new CertificateDocument(SITE);
  readonly printer = new Printer(testConfig('postgres://nowhere'));

  end(): Promise<void> {
    return this.printer.onApplicationShutdown();
  }

  /** With what is in it by its design, and checked as the worker checks it. */
  async printed(given: CertificateFacts): Promise<ReadPdf> {
    const certificate = { facts: given, template: 'version' in given ? SECOND_DESIGN : FIRST_DESIGN, secret: SECRET };
    const pdf = await this.printer.print(await this.document.sheet(certificate));
    checkPrinted(pdf, expectedCertificate(given, templateOf(certificate)));
    return readPdf(pdf, SCALE);
  }
}
