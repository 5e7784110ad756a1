import { PNG } from 'pngjs';
import { checkPrinted, Printer } from '@induct/printing';
import { testConfig } from '../../../../test/support/config';
import { readPdf } from '../../../../test/support/pdf';
import type { SecondFacts } from '../certificate/certificate-facts';
import { readCertificateNumber } from '../certificate/certificate-number';
import type { Template, TemplateWords } from '../certificate/template';
import { FIRST_TEMPLATE } from '../templates/first-template';
import { SAMPLES } from '../templates/samples';
import { READY_LINES, SHIPPED } from '../templates/shipped-words';
import { asSpecimen, specimenNumber } from '../templates/specimen';
import { LINE_RULE, TEXT_NAMES, TEXT_RULES, type TextRule } from '../templates/text-rules';
import { CertificateDocument } from './certificate.document';
import { expectedCertificate } from './expected-certificate';
import { previewFacts } from './preview-facts';
import { sampleFacts } from './sample-facts';

const SITE = 'https://members.northmoor.example';
const COUNCIL = 'Northmoor County Council';
const SECRET = 'AbCdEfGhIjKlMnOpQrStUv';
const LONG = 'Predetermination, predisposition and bias in the decisions of planning and licensing committees, '.repeat(
  2,
);

describe('what an officer can approve', () => {
  const printer = new Printer(testConfig('postgres://nowhere'));
  afterAll(() => printer.onApplicationShutdown());

  const arms = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 8"/>')}`;
  const withArms = new CertificateDocument(SITE, () => Promise.resolve(arms));
  const own = {
    council: COUNCIL,
    signatories: sampleFacts('en', COUNCIL).signatories,
    number: specimenNumber('NMC'),
    mark: { picture: 'arms', alt: 'The council’s arms' },
  };
  const layout = (languages: 'en' | 'cy' | 'both', where: 'none' | 'centre' | 'left') => ({
    ...FIRST_TEMPLATE.layout,
    languages,
    arms: where,
  });
  const fullOf = (words: string) => {
    const text = ({ longest, places }: TextRule) =>
      `${places.map((place) => `{${place}}`).join(' ')} ${words.repeat(99)}`.slice(0, longest).trim();
    return {
      ...(Object.fromEntries(TEXT_NAMES.map((name) => [name, text(TEXT_RULES[name])])) as unknown as TemplateWords),
      lines: [1, 2, 3].map(() => text(LINE_RULE)),
    };
  };
  const ready = {
    en: { ...SHIPPED.en, lines: [READY_LINES[0]!.en] },
    cy: { ...SHIPPED.cy, lines: [READY_LINES[0]!.cy] },
  };
  const inOne = async (version: Template, given: SecondFacts) => {
    const sheet = await withArms.sheet({ facts: given, template: 'accreditation-2', version, secret: SECRET });
    const pdf = await printer.print(sheet);
    checkPrinted(pdf, expectedCertificate(given, version));
    return pdf;
  };

  it.each<[string, Template]>([
    ['the shipped words in both languages with a line more', { layout: layout('both', 'centre'), words: ready }],
    ['the shipped words in Welsh, arms on the left', { layout: layout('cy', 'left'), words: ready }],
    ['texts in English as long as they may be', { layout: layout('en', 'none'), words: { en: fullOf('in a word ') } }],
  ])('prints whatever it certifies: %s', async (_, version) => {
    const { languages } = version.layout;
    for (const sample of SAMPLES) await inOne(version, previewFacts(sample, languages, own));
    const longest = previewFacts('longest', languages, own);
    const word = `Llanfair${'pwllgwyngyll'.repeat(7)} ${LONG}`.slice(0, 120);
    const requirements = longest.requirements.map((one, at) =>
      at === 5 ? { ...one, title: word, titleCy: word } : one,
    );
    const given = { ...longest, requirements, validUntil: null, learningSeconds: 359_940 };
    expect((await inOne(version, given)).length).toBeGreaterThan(0);
  });

  it('is nothing that has no room: its preview is not printed, and it says what has none', async () => {
    const words = fullOf('Wythnos ');
    const version = { layout: layout('both', 'centre'), words: { en: words, cy: words } };
    await expect(inOne(version, previewFacts('longest', 'both', own))).rejects.toThrow(
      /^The layout has no room for .*Wythnos Wythnos/,
    );
  });

  it('says on its previews that they are none', async () => {
    const version = { layout: layout('both', 'left'), words: SHIPPED };
    const given = previewFacts('usual', 'both', own);
    const sheet = asSpecimen(
      await withArms.sheet({ facts: given, template: 'accreditation-2', version, secret: SECRET }),
    );
    const { pdf, picture } = await printer.printPictured({ ...sheet, picture: { width: 297, height: 210 } });
    const { width, height, data } = PNG.sync.read(Buffer.from(picture!));
    expect([width, height]).toEqual([1123, 794]);
    expect(picture!.length).toBeLessThan(600_000);
    // Something is drawn on it, and a second one of the same sheet is the same.
    expect(new Set(Uint32Array.from({ length: 20_000 }, (_, at) => data.readUInt32LE(at * 160))).size).toBeGreaterThan(
      20,
    );
    const again = await printer.printPictured({ ...sheet, picture: { width: 297, height: 210 } });
    expect(Buffer.from(again.picture!).equals(picture!)).toBe(true);
    expect((await printer.printPictured(sheet)).picture).toBeUndefined();
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Alt (Specimen)');
    const read = await readPdf(pdf, 1);
    expect(read).toMatchObject({ pages: 1, collisions: [], tagged: true });
    expect(read.title).toMatch(/^Specimen: Tystysgrif Achredu · Certificate of Accreditation NMC-SPEC-IMENX-XXXXX-X/);
    expect(readCertificateNumber(given.number)).toEqual({ problem: 'malformed' });
  });
});
