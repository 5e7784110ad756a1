import { MET_HOW } from './certificate-facts';
import { FACT_WORDS } from './fact-words';

const { cy, en } = FACT_WORDS;

describe('the words beside a fact', () => {
  it.each([
    ['2026-01-01', '1 Ionawr 2026'],
    ['2026-02-28', '28 Chwefror 2026'],
    ['2026-08-10', '10 Awst 2026'],
    ['2026-11-22', '22 Tachwedd 2026'],
    ['2028-12-31', '31 Rhagfyr 2028'],
  ])('say the day %s in Welsh as %s, in every time zone', (day, words) => {
    expect(cy.date(day)).toBe(words);
  });

  it.each([
    [0, '1 munud', '1 minute'],
    [120, '2 funud', '2 minutes'],
    [25 * 60, '25 munud', '25 minutes'],
    [3600, '1 awr', '1 hour'],
    [3 * 3600 + 25 * 60, '3 awr 25 munud', '3 hours 25 minutes'],
    // Rounded to a whole hour, there are no minutes.
    [3600 - 20, '1 awr', '1 hour'],
  ])('say %i seconds of learning as %s and %s', (seconds, welsh, english) => {
    expect([cy.time(seconds), en.time(seconds)]).toEqual([welsh, english]);
  });

  it('say in both languages how each requirement was met, and never the English in Welsh', () => {
    for (const how of MET_HOW) {
      expect(cy.result[how]).not.toBe('');
      expect(cy.result[how]).not.toBe(en.result[how]);
    }
    for (const words of ['noEnd', 'notRecorded', 'byHand', 'met', 'shown', 'seal'] as const)
      expect(cy[words]).not.toBe(en[words]);
    expect([en, cy].map((words) => words.countedFrom('18 May 2030', '18 May 2026'))).toEqual([
      '18 May 2030, counted from 18 May 2026',
      '18 May 2030, gan gyfrif o 18 May 2026',
    ]);
    expect([cy.signatureOf('Ann Lee'), cy.qr('NMC-1')].join()).toMatch(/Ann Lee.*NMC-1/);
  });
});
