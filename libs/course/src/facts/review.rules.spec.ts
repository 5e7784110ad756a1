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
    expect(reviewStanding(review, answers)).toEqual({ ...standing, checked: null });
  });

  it('is never done where nothing is asked for: nobody has looked', () => {
    expect(reviewStanding([item('bill', 'watch')], []).checked).toBeNull();
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
