import { whenDue } from '../../words/due';
import { dueWords } from './due-words';

const item = {
  id: 'a',
  since: '2027-05-08',
  title: 'Induction',
  source: '',
  requirementId: 'r',
  schemeId: null,
  beforeSitting: false,
  againOn: null,
  anew: false,
  needs: ['r'],
  missing: { n: 0, of: [] },
  modules: [],
  minutes: 65,
  dueOn: '2027-06-05',
};

describe('by when something is due', () => {
  it.each([
    ['2027-06-06', 'It was due on 5 June 2027, yesterday.'],
    ['2027-06-08', 'It was due on 5 June 2027, 3 days ago.'],
    ['2027-06-05', 'To complete by 5 June 2027, today.'],
    ['2027-06-04', 'To complete by 5 June 2027, tomorrow.'],
    ['2027-05-30', 'To complete by 5 June 2027, in 6 days.'],
    // Over the night when clocks go back.
    ['2026-10-24', 'To complete by 5 June 2027, in 7 months.'],
    ['2027-08-04', 'It was due on 5 June 2027, 60 days ago.'],
    ['2027-08-05', 'It was due on 5 June 2027, 2 months ago.'],
  ])('is said on %s: %s', (today, words) => {
    expect(whenDue('2027-06-05', today)).toBe(words);
  });

  it.each([
    ['', { n: 2, of: [{ need: 'a' }, { need: 'b' }] }],
    ['Any 2 of 3 are enough.', { n: 2, of: [{ need: 'a' }, { need: 'b' }, { need: 'c' }] }],
    ['Any one of 2 is enough.', { n: 1, of: [{ n: 1, of: [{ need: 'a' }, { need: 'b' }] }] }],
    [
      'Not all that would meet it is needed.',
      { n: 2, of: [{ need: 'a' }, { n: 1, of: [{ need: 'b' }, { need: 'c' }] }] },
    ],
  ])('says of a rule that lets one choose: %s', (some, missing) => {
    expect(dueWords([{ ...item, missing }], new Date('2027-06-10T22:59:00Z'))).toMatchObject([{ some }]);
  });

  it('says how long it takes, that it is late, and that it comes before sitting', () => {
    const [late, soon, later] = dueWords(
      [item, { ...item, dueOn: '2027-06-20', beforeSitting: true }, { ...item, dueOn: '2027-08-01', minutes: null }],
      new Date('2027-06-10T22:59:00Z'),
    );
    expect(late).toMatchObject({ takes: 'about 1 hour 5 minutes', tag: { text: 'Overdue', kind: 'bad' } });
    expect(soon).toMatchObject({ tag: { text: 'Due', kind: 'warning' } });
    expect(soon!.when).toContain('before you sit');
    expect(later).toMatchObject({ takes: '', tag: { text: 'Due', kind: 'todo' } });
  });

  it('says why it is asked where that is no matter of course, and from when on what is shown counts', () => {
    const words = (more: object) => dueWords([{ ...item, ...more }], new Date('2027-06-01T09:00:00Z'))[0]!.again;
    expect(words({})).toBe('');
    expect(words({ againOn: '2027-06-01', countsFrom: '2027-06-02' })).toBe(
      'Asked again since 1 June 2027: what met it before does not count any more. Only what you show from 2 June 2027 on counts for it.',
    );
    expect(words({ moreSince: '2027-06-01' })).toMatch(/^It asks for more since 1 June 2027\. You keep the award/);
  });

  it('turns late at midnight in London', () => {
    const at = (moment: string) => dueWords([item], new Date(moment))[0]!.tag.text;
    expect([at('2027-06-05T22:59:59Z'), at('2027-06-05T23:00:00Z')]).toEqual(['Due today', 'Overdue']);
  });
});
