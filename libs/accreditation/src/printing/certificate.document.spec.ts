import { sampleFacts } from './sample-facts';
import { SHIPPED } from '../templates/shipped-words';
import { CertificateDocument, type PrintableCertificate } from './certificate.document';

const [ARMS, SIGNATURE] = ['a'.repeat(64), 'b'.repeat(64)];
const urlOf = (picture: string) => `data:image/png;base64,${picture}`;
const site = 'https://site.example';
const document = new CertificateDocument(site, (picture) => Promise.resolve(urlOf(picture)));

const signatories = [{ name: 'Margaret Ellison', office: 'Chair', picture: SIGNATURE }];
const first: PrintableCertificate = {
  template: 'accreditation-1',
  secret: 'AbCdEfGhIjKlMnOpQrStUv',
  facts: {
    language: 'en-GB',
    council: 'Northmoor County Council',
    holder: 'Siân Rees',
    scheme: 'Core skills',
    edition: 'Edition 1',
    modules: [{ title: 'The code of conduct', completedOn: '2026-11-22', score: 90 }],
    learningSeconds: 5400,
    awardedOn: '2026-11-22',
    validUntil: '2030-11-22',
    number: 'NMC-2026-77777-77777-2',
    signatories,
  },
};
const second: PrintableCertificate = {
  ...first,
  template: 'accreditation-2',
  version: {
    layout: { languages: 'en', arms: 'centre', frame: 'plain', seal: true, learningTime: true },
    words: { en: SHIPPED.en },
  },
  facts: {
    ...sampleFacts('en', 'Northmoor County Council'),
    signatories,
    mark: { picture: ARMS, alt: 'Arms of Northmoor' },
  },
};

describe('a certificate’s document', () => {
  it.each([
    ['the first', first],
    ['the second', second],
  ])('bears the picture of a signature, in %s design', async (_, certificate) => {
    expect((await document.sheet(certificate)).body).toContain(urlOf(SIGNATURE));
  });

  it('bears the council’s arms with their words, where the template has a place for them', async () => {
    const { body } = await document.sheet(second);
    expect(body).toContain(urlOf(ARMS));
    expect(body).toContain('alt="Arms of Northmoor"');
    const none = { ...second.version!, layout: { ...second.version!.layout, arms: 'none' as const } };
    expect((await document.sheet({ ...second, version: none })).body).not.toContain(urlOf(ARMS));
  });

  it('says how it was met where no version of a template says otherwise', async () => {
    const { body } = await document.sheet({ ...second, version: null });
    expect(body).toContain('Requirements met');
    expect(body).toContain('section 319ZZA');
    expect((await document.sheet(first)).body).toContain('Modules completed');
  });

  it.each([first, second])('is not laid out without what belongs on it: $template', async (certificate) => {
    const without = new CertificateDocument(site, () => Promise.reject(new Error('It is not there')));
    await expect(without.sheet(certificate)).rejects.toThrow('It is not there');
  });
});
