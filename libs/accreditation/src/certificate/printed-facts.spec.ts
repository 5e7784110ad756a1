import type { CertificateFacts } from './certificate-facts';
import { printedFacts } from './printed-facts';

const FACTS: CertificateFacts = {
  language: 'en-GB',
  council: 'Northmoor County Council',
  holder: 'Sia\u0302n \u202eRees\u200f',
  scheme: 'Core skills',
  edition: 'Edition 1',
  modules: [
    { title: 'The code of conduct', completedOn: '2026-11-22', score: 89.6 },
    { title: 'Fire\u2066 safety', completedOn: '2026-11-01', score: null },
  ],
  learningSeconds: 3000,
  awardedOn: '2026-11-22',
  validUntil: '2030-11-22',
  number: 'NMC-2026-77777-77777-2',
  signatories: [],
};

describe('printed facts', () => {
  it.each([
    [0, '1 minute'],
    [5, '1 minute'],
    [25 * 60, '25 minutes'],
    [3600, '1 hour'],
    [2 * 3600 + 60, '2 hours 1 minute'],
  ])('say %i seconds of learning as %s', (learningSeconds, words) => {
    expect(printedFacts({ ...FACTS, learningSeconds }).learning).toBe(words);
  });

  it('say that a certificate was issued by hand, and claim no learning and no completion', () => {
    const modules = [{ title: 'Chaired the Audit Committee for four years', completedOn: '2026-05-01', score: null }];
    const facts = printedFacts({ ...FACTS, modules, learningSeconds: 0, issuedByHand: true });
    expect(facts).toMatchObject({
      edition: 'Edition 1, issued by hand by decision of two officers',
      learning: 'Not recorded',
      modules: [
        { title: 'Chaired the Audit Committee for four years', completedOn: '1 May 2026', result: 'By decision' },
      ],
    });
  });

  it('say that a certificate without an end has none', () => {
    expect(printedFacts({ ...FACTS, validUntil: null }).validUntil).toBe('No end date');
  });

  it('say dates in words, a result as per cent or as completed, and names without what turns them round', () => {
    const facts = printedFacts(FACTS);
    expect(facts.modules.map(({ completedOn, result }) => [completedOn, result])).toEqual([
      ['22 November 2026', '90%'],
      ['1 November 2026', 'Completed'],
    ]);
    expect([facts.holder, facts.modules[1]!.title]).toEqual(['Siân Rees', 'Fire safety']);
    expect([facts.awardedOn, facts.validUntil, facts.learning]).toEqual([
      '22 November 2026',
      '22 November 2030',
      '50 minutes',
    ]);
  });
});
