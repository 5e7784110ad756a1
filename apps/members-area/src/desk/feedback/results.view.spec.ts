import type { FeedbackRoundEntity, PlannedSession } from '@induct/events';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { named, resultsView } from './results.view';

const SESSION = {
  id: 'a',
  event: { title: 'Speaking' },
  parts: [{ on: '2027-01-13' }],
  place: 'The chamber',
  onlineUrl: null,
};
const ROUND = {
  sessionId: 'a',
  stage: 'after',
  revision: 1,
  outcomes: [],
  asked: [
    { key: 'q1', kind: 'choice', words: 'How was it?', options: ['Very good', 'Good', 'Poor'] },
    { key: 'q2', kind: 'text', words: 'What was best?', options: [] },
  ],
  openedOn: '2027-01-14',
  closesOn: '2027-01-28',
  forgottenFrom: '2027-05-28',
  results: null,
  resultsAt: null,
  changed: null,
  changedAt: null,
  changedBy: null,
} satisfies FeedbackRoundEntity;
const view = (more: Partial<FeedbackRoundEntity>) =>
  resultsView(SESSION as unknown as PlannedSession, [{ ...ROUND, ...more }], undefined, NO_PROBLEMS);

describe('what people said about a session', () => {
  it('is not shown before the last day is over', () => {
    expect(view({}).rounds[0]).toMatchObject({ shownFrom: '29 January 2027', questions: [], says: undefined });
  });

  it('is not shown of fewer than five', () => {
    const results = { asked: 9, answered: null, questions: [], audiences: [] };
    expect(view({ results }).rounds[0]).toMatchObject({ isSmall: true, questions: [], says: undefined });
  });

  it('is answered once it is shown, of fewer than five by what was heard', () => {
    expect(view({})).toMatchObject({ mayAnswer: false, answeredFrom: '29 January 2027' });
    for (const [answered, heard] of [
      [5, 'what people said?'],
      [null, 'what people told you?'],
    ] as const)
      expect(view({ results: { asked: 9, answered, questions: [], audiences: [] } })).toMatchObject({
        mayAnswer: true,
        answeredFrom: undefined,
        asksWhat: expect.stringContaining(heard),
      });
  });

  it('is shown with what stands together in words, and a bar for each', () => {
    const results = {
      asked: 20,
      answered: 14,
      questions: [
        {
          key: 'q1',
          pools: [
            { first: 0, last: 0, count: 7 },
            { first: 1, last: 2, count: 7 },
          ],
          texts: [],
        },
        { key: 'q2', pools: [], texts: ['The cases\nand the coffee'] },
      ],
      audiences: [
        { first: 0, last: 0, count: 9 },
        { first: 1, last: 2, count: 5 },
      ],
    };
    const [round] = view({ results }).rounds;
    expect(round).toMatchObject({
      says: '14 of 20 people who were asked answered.',
      audiences: 'Members: 9; Officers or partners: 5',
    });
    expect(round!.questions[0]!.list!.rows.map((row) => row.map(({ text, bar }) => [text, bar]))).toEqual([
      [
        ['Very good', undefined],
        ['7 (50%)', 0.5],
      ],
      [
        ['Good or poor', undefined],
        ['7 (50%)', 0.5],
      ],
    ]);
    expect(round!.questions[1]!.texts).toEqual([['The cases', 'and the coffee']]);
  });

  it('names what stands together as a list of options', () => {
    expect(named(['Very good', 'Good', 'Neither good nor poor', 'Poor'], { first: 1, last: 3 })).toBe(
      'Good, neither good nor poor or poor',
    );
  });
});
