import { CertificateFacts, readFacts } from './certificate-facts';

/** As they lie in the table since certificates are issued: never written anew. */
const FIRST = {
  language: 'en-GB',
  council: 'Northmoor County Council',
  holder: 'Siân Rees',
  scheme: 'Core skills',
  edition: 'Edition 1',
  modules: [
    { title: 'The code of conduct', completedOn: '2025-11-22', score: 90 },
    { title: 'Your role as a councillor', completedOn: '2025-11-20', score: null },
  ],
  learningSeconds: 5400,
  awardedOn: '2025-11-22',
  validUntil: '2029-11-22',
  number: 'NMC-2025-77777-77777-2',
  signatories: [{ name: 'Margaret Ellison', office: 'Chair', signature: 'm-ellison' }],
};
const BY_HAND = {
  ...FIRST,
  modules: [{ title: 'Chaired the Audit Committee', completedOn: '2025-05-01', score: null }],
  learningSeconds: 0,
  validUntil: null,
  issuedByHand: true,
};
const SECOND = {
  version: 2,
  languages: 'both',
  council: 'Northmoor County Council',
  councilCy: 'Cyngor Sir Northmoor',
  holder: 'Siân Rees',
  scheme: 'Planning',
  edition: { number: 2, en: 'Edition 2', cy: 'Argraffiad 2' },
  requirements: [{ title: 'Planning evening', how: 'attendance', on: '2026-11-22', place: 'Moor Hall' }],
  learningSeconds: 60,
  awardedOn: '2026-11-22',
  validUntil: null,
  number: 'NMC-2026-77777-77777-2',
  signatories: [],
};
const read = (facts: object) => readFacts(CertificateFacts.parse(structuredClone(facts)));

describe('facts of a certificate', () => {
  it.each([
    ['the first shape', FIRST],
    ['the first shape, by hand', BY_HAND],
    ['the second shape', SECOND],
  ])('are kept to the letter when they are read in %s', (_, facts) => {
    expect(CertificateFacts.parse(structuredClone(facts))).toEqual(facts);
  });

  it('of the first shape are in English, without how a module was met', () => {
    expect(read(FIRST)).toMatchObject({
      language: 'en-GB',
      languages: 'en',
      scheme: 'Core skills',
      edition: { number: 1, en: 'Edition 1' },
      requirements: [
        { title: 'The code of conduct', on: '2025-11-22', score: 90 },
        { title: 'Your role as a councillor', on: '2025-11-20' },
      ],
    });
    expect(read(FIRST).requirements.flatMap((one) => Object.keys(one))).not.toContain('how');
    expect(read(FIRST)).not.toHaveProperty('modules');
  });

  it('of the first shape by hand say that what was shown was met by decision', () => {
    expect(read(BY_HAND)).toMatchObject({
      issuedByHand: true,
      validUntil: null,
      requirements: [{ title: 'Chaired the Audit Committee', how: 'by_hand' }],
    });
  });

  it.each([
    ['Edition 12', 12],
    ['The edition of spring', 1],
  ])('know the number of an edition that is called %s', (edition, number) => {
    expect(read({ ...FIRST, edition }).edition).toEqual({ number, en: edition });
  });

  it.each([
    ['en', 'en-GB'],
    ['cy', 'cy'],
    ['both', 'cy'],
  ])('of the second shape in %s are a document in %s', (languages, language) => {
    expect(read({ ...SECOND, languages })).toMatchObject({ language, languages, councilCy: 'Cyngor Sir Northmoor' });
  });

  it.each([
    ['a language that there is not', { ...SECOND, languages: 'fr' }],
    ['a way that there is not', { ...SECOND, requirements: [{ title: 'x', how: 'luck', on: '2026-11-22' }] }],
    ['a day that is none', { ...FIRST, awardedOn: '22 November' }],
  ])('are refused with %s', (_, facts) => {
    expect(CertificateFacts.safeParse(facts).success).toBe(false);
  });
});
