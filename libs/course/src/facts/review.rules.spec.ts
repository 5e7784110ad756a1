import type { ReviewItem } from '../declared/declared';
import { type Answered, reviewDue, reviewStanding } from './review.rules';

const item = (id: string, asks: ReviewItem['asks'] = 'confirm'): ReviewItem => ({ id, asks, text: id });
const said = (id: string, by: string | null, day: string, answer: Answered['answer'] = 'confirmed'): Answered => ({
  item: id,
  itemWords: id,
  answer,
  words: answer === 'changed' ? 'New sum' : null,
  by,
  at: new Date(`2026-12-${day}T10:00:00Z`),
});
const review = [item('sum'), item('who', 'localise'), item('bill', 'watch')];

describe('the review of a module', () => {
  it('is done when everything that is asked for is confirmed: by whom, and when the last of it was', () => {
    const answers = [said('sum', 'Ruth Calloway', '03'), said('who', 'Farid Begum', '01')];
    expect(reviewStanding(review, answers)).toEqual({
      confirmed: 2,
      changed: 0,
      open: 0,
      checked: { by: ['Ruth Calloway', 'Farid Begum'], at: new Date('2026-12-03T10:00:00Z') },
      since: [],
    });
  });

  it.each([
    ['one is open', [said('sum', 'Ruth', '03')], { confirmed: 1, changed: 0, open: 1 }],
    [
      'one has changed',
      [said('sum', 'Ruth', '03'), said('who', 'Ruth', '03', 'changed')],
      { confirmed: 1, changed: 1, open: 0 },
    ],
    [
      'nobody is known who did',
      [said('sum', 'Ruth', '03'), said('who', null, '03')],
      { confirmed: 2, changed: 0, open: 0 },
    ],
    [
      'other words of the same name were confirmed',
      [said('sum', 'Ruth', '03'), { ...said('who', 'Ruth', '03'), itemWords: 'who else' }],
      { confirmed: 1, changed: 0, open: 1 },
    ],
    [
      'something else was confirmed',
      [said('sum', 'Ruth', '03'), said('old', 'Ruth', '03')],
      { confirmed: 1, changed: 0, open: 1 },
    ],
  ])('is not done while %s', (_why, answers, standing) => {
    expect(reviewStanding(review, answers)).toEqual({ ...standing, checked: null, since: [] });
  });

  it('is never done where nothing is asked for: nobody has looked', () => {
    expect(reviewStanding([item('bill', 'watch')], []).checked).toBeNull();
  });

  describe('of a module in which the council says something itself', () => {
    const answers = [said('sum', 'Ruth', '03'), said('who', 'Farid', '02')];
    const own = (day: string) => ({
      id: 'fact:7',
      text: 'Fraud line: 999',
      said: { id: '7', words: '999', setAt: new Date(`2026-12-${day}T10:00:00Z`) },
      of: { fact: 'fraud_line' },
    });
    const standing = (day: string, more: readonly Answered[] = []) =>
      reviewStanding(review, [...answers, ...more], [own(day)]);
    const confirmed = (text: string) => ({ ...said('fact:7', 'Priya', '05'), itemWords: text });

    it('asks for what was said after somebody began to confirm, and says so', () => {
      expect(standing('01')).toMatchObject({ since: [], checked: { by: ['Ruth', 'Farid'] } });
      expect(standing('01').checked).not.toHaveProperty('changedAt');
      expect(standing('04')).toMatchObject({
        since: [{ id: 'fact:7' }],
        checked: { at: new Date('2026-12-03T10:00:00Z'), changedAt: new Date('2026-12-04T10:00:00Z') },
      });
    });

    it('is checked by whoever confirms that, too, and only in the words that were confirmed', () => {
      const done = standing('04', [confirmed('Fraud line: 999')]);
      expect(done.since).toEqual([]);
      expect(done.checked).toEqual({ by: ['Ruth', 'Farid', 'Priya'], at: new Date('2026-12-05T10:00:00Z') });
      expect(standing('04', [confirmed('Fraud line: 112')]).since).toHaveLength(1);
    });

    it('asks for nothing of it where nobody has checked the module', () => {
      expect(reviewStanding(review, [], [own('04')]).since).toEqual([]);
    });
  });

  it('is overdue from the day after its date on', () => {
    expect(['2026-12-01', '2026-11-30', '2026-11-29', null].map((day) => reviewDue(day, '2026-11-30'))).toEqual([
      'in-time',
      'in-time',
      'overdue',
      'none',
    ]);
  });
});
