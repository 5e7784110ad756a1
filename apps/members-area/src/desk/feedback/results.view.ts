import {
  ANSWERING,
  type AskedQuestion,
  type FeedbackRoundEntity,
  type PlannedSession,
  type Pool,
} from '@induct/events';
import { britishDate, daysLater } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { type Column, wholeListView } from '../../lists/list';
import { counted, figure } from '../../words/counted';
import { titleOf, whenAndWhere } from '../attendance/session-words';

const WHO: Record<(typeof ANSWERING)[number], string> = { member: 'Members', officer: 'Officers', partner: 'Partners' };

/** What people said about a session: complete, once it is over. */
export function resultsView(
  session: PlannedSession,
  rounds: readonly FeedbackRoundEntity[],
  form: Fields | undefined,
  problems: FormProblems,
) {
  const after = rounds.find(({ stage }) => stage === 'after');
  return {
    base: `/admin/programme/sessions/${session.id}`,
    title: titleOf(session),
    when: whenAndWhere(session),
    rounds: rounds.map(roundView),
    // Of what nobody has read nothing can come.
    mayAnswer: after !== undefined && after.results !== null,
    answeredFrom: after?.results === null ? britishDate(daysLater(after.closesOn, 1)) : undefined,
    asksWhat:
      after?.results?.answered === null
        ? 'What did you change because of what people told you?'
        : 'What did you change because of what people said?',
    said: after?.changedAt && britishDate(after.changedAt),
    form: form ?? { changed: after?.changed ?? '' },
    ...problems,
  };
}

function roundView({ stage, asked, results, openedOn, closesOn }: FeedbackRoundEntity) {
  const answered = results?.answered ?? null;
  return {
    heading: stage === 'after' ? 'Right afterwards' : 'After three months',
    asked: britishDate(openedOn),
    shownFrom: results ? undefined : britishDate(daysLater(closesOn, 1)),
    isSmall: results !== null && answered === null,
    says:
      results && answered !== null
        ? `${figure(answered)} of ${counted(results.asked, 'person', 'people')} who were asked answered.`
        : undefined,
    audiences:
      results && results.audiences.length > 1
        ? results.audiences
            .map(
              (pool) =>
                `${named(
                  ANSWERING.map((one) => WHO[one]),
                  pool,
                )}: ${figure(pool.count)}`,
            )
            .join('; ')
        : undefined,
    questions:
      results && answered !== null
        ? asked.flatMap((question) => {
            const came = results.questions.find(({ key }) => key === question.key);
            return came ? [questionView(question, came, answered)] : [];
          })
        : [],
  };
}

const questionView = (
  { kind, words, options }: AskedQuestion,
  { pools, texts }: NonNullable<FeedbackRoundEntity['results']>['questions'][number],
  answered: number,
) => ({
  words,
  isChoice: kind === 'choice',
  // All in one pool: a bar would say nothing.
  list: pools.length > 1 ? wholeListView(poolColumns(options, answered), pools, words) : undefined,
  texts: texts.map((text) => text.split('\n')),
});

const poolColumns = (options: readonly string[], answered: number): Column<Pool>[] => [
  { head: 'Answer', cell: (pool) => named(options, pool) },
  {
    head: 'People',
    cell: ({ count }) => ({ text: `${figure(count)} (${percent(count, answered)})`, bar: count / answered }),
  },
];

/** `Good, neither good nor poor or poor`: the options that stand together. */
export function named(options: readonly string[], { first, last }: Pick<Pool, 'first' | 'last'>): string {
  const some = options
    .slice(first, last + 1)
    .map((text, at) => (at === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1)));
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(some);
}

export const percent = (count: number, of: number): string => `${Math.round((count / of) * 100)}%`;
