import { readFacts, type SecondFacts } from './certificate-facts';
import { calledBy, saidFacts, welshFacts } from './said-facts';

const FACTS: SecondFacts = {
  version: 2,
  languages: 'both',
  council: 'Northmoor County Council',
  councilCy: 'Cyngor Sir Northmoor',
  holder: 'Sia\u0302n \u202eRees',
  scheme: 'Planning',
  edition: { number: 1, en: 'Edition 1', cy: 'Argraffiad 1' },
  requirements: [
    { title: 'The code', titleCy: 'Y cod', how: 'module', on: '2026-11-22', score: 89.6 },
    { title: 'Planning evening', titleCy: 'Noson gynllunio', how: 'attendance', on: '2026-11-01', place: 'Moor Hall' },
    { title: 'Chairing', how: 'prior_learning', on: '2026-10-01' },
  ],
  learningSeconds: 3600,
  awardedOn: '2026-11-22',
  validUntil: null,
  number: 'NMC-2026-77777-77777-2',
  signatories: [
    { name: 'Ann Lee', office: 'Chair', officeCy: 'Cadeirydd' },
    { name: 'Bo Lee', office: 'Head' },
  ],
};

describe('facts as a language says them', () => {
  it('in Welsh, and marked as English where nobody has named them in Welsh', () => {
    expect(welshFacts(FACTS)).toEqual({
      council: { text: 'Cyngor Sir Northmoor' },
      holder: 'Siân Rees',
      scheme: { text: 'Planning', lang: 'en-GB' },
      edition: { text: 'Argraffiad 1' },
      requirements: [
        { title: { text: 'Y cod' }, on: '22 Tachwedd 2026', result: '90%' },
        { title: { text: 'Noson gynllunio (Moor Hall)' }, on: '1 Tachwedd 2026', result: 'Yn bresennol' },
        { title: { text: 'Chairing', lang: 'en-GB' }, on: '1 Hydref 2026', result: 'Dysgu blaenorol' },
      ],
      learning: '1 awr',
      awardedOn: '22 Tachwedd 2026',
      validUntil: 'Dim dyddiad terfyn',
      valid: 'Dim dyddiad terfyn',
      signatories: [
        { name: 'Ann Lee', office: { text: 'Cadeirydd' } },
        { name: 'Bo Lee', office: { text: 'Head', lang: 'en-GB' } },
      ],
    });
  });

  it.each([
    ['of what was attended', ['attendance', 'prior_learning'], 0, 'Not recorded'],
    ['of a module that took no time to speak of', ['attendance', 'module'], 0, '1 minute'],
    ['of modules, beside what was attended', ['attendance', 'module'], 3600, '1 hour'],
  ] as const)('with the time of learning %s', (_, hows, learningSeconds, learning) => {
    const requirements = hows.map((how) => ({ title: 'The code', how, on: '2026-11-22' as const }));
    expect(saidFacts(readFacts({ ...FACTS, requirements, learningSeconds }), 'en').learning).toBe(learning);
  });

  it('in English, where nothing is marked', () => {
    const said = saidFacts(readFacts(FACTS), 'en');
    expect(JSON.stringify(said)).not.toContain('lang');
    expect([said.scheme.text, said.requirements[1]]).toEqual([
      'Planning',
      { title: { text: 'Planning evening (Moor Hall)' }, on: '1 November 2026', result: 'Attended' },
    ]);
  });

  it('in no Welsh, when they are printed in English only', () => {
    expect(welshFacts({ ...FACTS, languages: 'en' })).toBeUndefined();
  });

  it('with the day from which one by hand is counted, where it was achieved before it was awarded', () => {
    const requirements = [{ title: 'A course', how: 'by_hand' as const, on: '2026-05-18' }];
    const byHand = {
      ...FACTS,
      issuedByHand: true as const,
      requirements,
      awardedOn: '2026-11-22',
      validUntil: '2030-05-18',
    };
    expect(saidFacts(readFacts(byHand), 'en')).toMatchObject({
      awardedOn: '22 November 2026',
      validFrom: '18 May 2026',
      validUntil: '18 May 2030',
      valid: '18 May 2030, counted from 18 May 2026',
    });
    expect(saidFacts(readFacts(byHand), 'cy').valid).toBe('18 Mai 2030, gan gyfrif o 18 Mai 2026');
    const others = [{ ...byHand, validUntil: null }, { ...byHand, awardedOn: '2026-05-18' }, FACTS];
    for (const facts of others) expect(saidFacts(readFacts(facts), 'en').valid).not.toContain('counted');
  });

  it('with what they are of, and that two officers issued it by hand', () => {
    expect(calledBy(welshFacts({ ...FACTS, languages: 'cy', schemeCy: 'Cynllunio', issuedByHand: true })!)).toEqual([
      { text: 'Cynllunio' },
      { text: 'Argraffiad 1' },
      { text: 'a ddyroddwyd â llaw drwy benderfyniad dau swyddog' },
    ]);
  });
});
