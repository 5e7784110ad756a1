import type { ReviewItem } from '../declared/declared';
import type { LastSaid, OwnWords } from './own-words.rules';
import type { ReviewAnswerEntity } from './review-answer.entity';

/** The last thing that was said of an item. */
export interface Answered extends Pick<ReviewAnswerEntity, 'item' | 'itemWords' | 'answer' | 'words'> {
  /** Name; null: they are gone. */
  by: string | null;
  at: Date;
}

/** What somebody of the council has to have looked at: what is to come in law is only to be known of. */
export const toConfirm = (review: readonly ReviewItem[]): ReviewItem[] => review.filter(({ asks }) => asks !== 'watch');

/**
 * What was said of an item last. It was said of its words: a package chooses the ids of its items itself, and must not bring what was
 * confirmed of others.
 */
export const answerOf = <A extends Answered>({ id, text }: ReviewItem, answers: readonly A[]): A | undefined =>
  answers.find(({ item, itemWords }) => item === id && itemWords === text);

/** When something that the council says itself was said. */
type SaidAt = LastSaid & { setAt: Date };

export interface ReviewStanding<Said extends SaidAt = SaidAt> {
  confirmed: number;
  changed: number;
  open: number;
  /** Everything is confirmed: by whom, and when the last of it was. Null while anything is not. */
  checked: {
    by: string[];
    at: Date;
    /** The council has said something otherwise since, the last of it then, and nobody has confirmed that. */
    changedAt?: Date;
  } | null;
  /** What the council says otherwise since, and nobody has confirmed: empty where nothing is checked. */
  since: OwnWords<Said>[];
}

/**
 * Where the review of a version stands. A version that asks for nothing is never checked: nobody has looked at it.
 * @param own what the council says itself in the version: whoever answers with their name answers for that, too, as it was then
 */
export function reviewStanding<Said extends SaidAt>(
  review: readonly ReviewItem[],
  answers: readonly Answered[],
  own: readonly OwnWords<Said>[] = [],
): ReviewStanding<Said> {
  const asked = toConfirm(review);
  const given = asked.flatMap((item) => answerOf(item, answers) ?? []);
  const confirmed = given.filter(({ answer }) => answer === 'confirmed');
  const isChecked = asked.length > 0 && confirmed.length === asked.length && confirmed.every(({ by }) => by !== null);
  return {
    confirmed: confirmed.length,
    changed: given.length - confirmed.length,
    open: asked.length - given.length,
    ...(isChecked ? standingOfOwn(confirmed, answers, own) : { checked: null, since: [] }),
  };
}

/** Of a version of which everything was confirmed. */
function standingOfOwn<Said extends SaidAt>(
  confirmed: readonly Answered[],
  answers: readonly Answered[],
  own: readonly OwnWords<Said>[],
): Pick<ReviewStanding<Said>, 'checked' | 'since'> {
  // What was said while somebody was still confirming may not have been seen by whoever began.
  const begun = confirmed.reduce((first, { at }) => (at < first ? at : first), confirmed[0]!.at);
  const later = own
    .filter(({ said }) => said.setAt > begun)
    .map((one) => ({ one, answer: answerOf({ id: one.id, asks: 'confirm', text: one.text }, answers) }));
  const since = later.flatMap(({ one, answer }) => (answer?.by ? [] : [one]));
  const all = [...confirmed, ...later.flatMap(({ answer }) => (answer?.by ? [answer] : []))];
  return {
    since,
    checked: {
      by: [...new Set(all.map(({ by }) => by!))],
      at: latest(all.map(({ at }) => at)),
      ...(since.length > 0 && { changedAt: latest(since.map(({ said }) => said.setAt)) }),
    },
  };
}

const latest = (moments: readonly Date[]): Date => moments.reduce((last, at) => (at > last ? at : last));

/** `overdue` from the day after its date on. */
export function reviewDue(reviewBy: string | null, today: string): 'none' | 'in-time' | 'overdue' {
  if (reviewBy === null) return 'none';
  return reviewBy < today ? 'overdue' : 'in-time';
}
