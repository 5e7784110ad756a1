import type { ReviewItem } from '../declared/declared';
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

export interface ReviewStanding {
  confirmed: number;
  changed: number;
  open: number;
  /** Everything is confirmed: by whom, and when the last of it was. Null while anything is not. */
  checked: { by: string[]; at: Date } | null;
}

/** Where the review of a version stands. A version that asks for nothing is never checked: nobody has looked at it. */
export function reviewStanding(review: readonly ReviewItem[], answers: readonly Answered[]): ReviewStanding {
  const asked = toConfirm(review);
  const given = asked.flatMap((item) => answerOf(item, answers) ?? []);
  const confirmed = given.filter(({ answer }) => answer === 'confirmed');
  const isChecked = asked.length > 0 && confirmed.length === asked.length && confirmed.every(({ by }) => by !== null);
  return {
    confirmed: confirmed.length,
    changed: given.length - confirmed.length,
    open: asked.length - given.length,
    checked: isChecked
      ? {
          by: [...new Set(confirmed.map(({ by }) => by!))],
          at: confirmed.reduce((latest, { at }) => (at > latest ? at : latest), confirmed[0]!.at),
        }
      : null,
  };
}

/** `overdue` from the day after its date on. */
export function reviewDue(reviewBy: string | null, today: string): 'none' | 'in-time' | 'overdue' {
  if (reviewBy === null) return 'none';
  return reviewBy < today ? 'overdue' : 'in-time';
}
