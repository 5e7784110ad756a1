import type { AskedOf, AskedQuestion } from '@induct/events';
import { formProblems } from '../../forms/form-problems';
import { answerForm, chosenIn } from '../../forms/feedback/answer.form';
import { ownFeedbackView } from './feedback.view';

const ASKED: AskedQuestion[] = [
  { key: 'q1', kind: 'choice', words: 'How was it?', options: ['Good', 'Poor'] },
  { key: 'q2', kind: 'text', words: 'What was best?', options: [] },
];

describe('a questionnaire', () => {
  it('is read by its questions, and says which has no answer', () => {
    expect(answerForm(ASKED).parse({ q1: '1', q2: ' The\r\ncases ', q9: 'x' })).toEqual({ q1: 1, q2: 'The\ncases' });
    const wrong = answerForm(ASKED).safeParse({ q1: '2', q2: 'x'.repeat(2001) });
    expect(formProblems(wrong.error).errors).toEqual([
      { href: '#q1', text: 'Choose an answer to “How was it?”' },
      { href: '#q2', text: 'The answer to “What was best?” must be 2,000 characters or fewer' },
    ]);
  });

  it('takes from a link in a letter what can be chosen, and nothing else', () => {
    expect(chosenIn({ q1: '0', q2: 'Words', done: 'x' }, ASKED)).toEqual({ q1: '0' });
    for (const query of [{ q1: '7' }, { q1: ['0'] }, {}, undefined, 'nonsense'])
      expect(chosenIn(query, ASKED)).toEqual({});
  });
});

describe('what somebody was asked', () => {
  const about = (one: Partial<AskedOf>): AskedOf => ({
    sessionId: 'a',
    stage: 'after',
    title: 'Speaking',
    openedOn: '2027-01-14',
    closesOn: '2027-01-28',
    lastDay: '2027-01-13',
    answeredOn: null,
    isForgotten: false,
    changed: null,
    changedAt: null,
    ...one,
  });

  it('stands under its session: open, answered, missed or forgotten, with what was changed', () => {
    const { open, others } = ownFeedbackView(
      [
        about({ sessionId: 'b', stage: 'later', openedOn: '2027-04-13', closesOn: '2027-04-27' }),
        about({
          sessionId: 'b',
          answeredOn: '2027-01-15',
          changed: 'We begin\nat ten.',
          changedAt: new Date('2027-02-01T10:00Z'),
        }),
        about({ sessionId: 'c' }),
        about({ sessionId: 'd', isForgotten: true }),
      ],
      '2027-04-20',
    );
    expect(open).toMatchObject([
      {
        href: '/feedback/b',
        open: 'Until 27 April 2027',
        changed: ['We begin', 'at ten.'],
        changedOn: '1 February 2027',
      },
    ]);
    expect(others.map(({ rounds }) => rounds[0]!.says)).toEqual([
      'Not answered by 28 January 2027',
      'Asked on 14 January 2027. Whether you answered is not kept any more',
    ]);
  });
});
