import { dividedAt, type Pool } from '../feedback/pools';
import type { FeedbackResults } from '../feedback/results';
import type { FeedbackStage } from '../feedback/timetable';
import type { AskedQuestion } from '../feedback/what-is-asked';

/** What was published of a session. */
export interface PublishedRound {
  stage: FeedbackStage;
  asked: AskedQuestion[];
  /** Null: not over yet. */
  results: FeedbackResults | null;
}

/** Answers of several sessions or outcomes together: how many chose one of the first options, of how many. */
export interface Share {
  /** The options that are the first. */
  options: string[];
  first: number;
  of: number;
  /** How many tables it is summed up from, and how many say too little for it. */
  from: number;
  without: number;
}

/** What is known of an event, level by level; null: nothing is. */
export interface Evaluated {
  /** Feedback: the first question. */
  rating: Share | null;
  /** Planned outcomes: can people do it right afterwards, can they after three months, and have they used it. */
  now: Share | null;
  later: Share | null;
  used: Share | null;
  /** Sessions that were asked about and of which nothing is published: fewer than five answered, or it is not over. */
  silent: number;
}

/** Everything is worked out from what is published of each session, and so says no more than that. */
export function evaluated(rounds: readonly PublishedRound[]): Evaluated {
  const published = rounds.filter(({ results }) => results !== null && results.answered !== null);
  const of = (stage: FeedbackStage, isMeant: (question: AskedQuestion) => boolean) =>
    share(
      published
        .filter((round) => round.stage === stage)
        .flatMap(({ asked, results }) =>
          asked
            .filter((question) => question.kind === 'choice' && isMeant(question))
            .map(({ key, options }) => ({
              options,
              pools: results!.questions.find((one) => one.key === key)?.pools ?? [],
            })),
        ),
    );
  return {
    rating: of('after', ({ key }) => key === 'q1'),
    now: of('after', ({ key }) => key.startsWith('o')),
    later: of('later', ({ key }) => key.startsWith('o')),
    used: of('later', ({ key }) => key.startsWith('u')),
    silent: rounds.length - published.length,
  };
}

/**
 * Tables of the same options are divided where most answers can be, after as few options as that allows; those of other options, as
 * of an older revision of the question, are left out.
 */
function share(tables: readonly { options: readonly string[]; pools: readonly Pool[] }[]): Share | null {
  const options = tables.at(-1)?.options ?? [];
  const alike = tables.filter((table) => table.options.join('\n') === options.join('\n'));
  const cuts = options.slice(1).map((_, at) => {
    const divided = alike.flatMap(({ pools }) => dividedAt(pools, at + 1) ?? []);
    const first = divided.reduce((sum, one) => sum + one.first, 0);
    return {
      options: options.slice(0, at + 1),
      first,
      of: first + divided.reduce((sum, one) => sum + one.rest, 0),
      from: divided.length,
      without: tables.length - divided.length,
    };
  });
  const [best] = cuts.toSorted((a, b) => b.of - a.of);
  return best && best.of > 0 ? best : null;
}
