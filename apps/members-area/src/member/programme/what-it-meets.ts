import type { AskedRequirement, DueItem } from '@induct/accreditation';
import { type Day, readerDate, said, w } from '@induct/platform';

/** What a session may meet: requirements by their slugs. */
export interface Needed {
  asked: readonly AskedRequirement[];
  /** The earliest first. */
  due: readonly DueItem[];
}

/** It is asked of them, and not met. */
export const isOpen = ({ isAsked, met }: AskedRequirement): boolean => isAsked && !met;

/** The topics of what is asked of somebody and not met. */
export const stillNeeded = ({ asked }: Pick<Needed, 'asked'>): string[] => asked.filter(isOpen).map(({ slug }) => slug);

/** What a session would meet of somebody's, and what else it counts for: each a sentence. What nobody asks for is not said. */
export interface WhatItMeets {
  meets: string[];
  countsFor: string[];
}

/**
 * @param topics of the session's parts
 * @param on its last day; null: not known yet
 */
export function whatItMeets(
  topics: readonly string[],
  on: Day | null,
  { asked, due }: Needed,
  today: Day,
): WhatItMeets {
  const served = asked.filter(({ slug }) => topics.includes(slug));
  return {
    meets: served.filter(isOpen).map(({ id, title }) => {
      const dueOn = due.find(({ needs }) => needs.includes(id))?.dueOn;
      if (dueOn === undefined) return w`${title}, which is asked of you`;
      if (dueOn < today) return w`${title}, which was asked of you by ${readerDate(dueOn)}`;
      const late = on !== null && on > dueOn ? said(': that is before this session') : '';
      return w`${title}, which is asked of you by ${readerDate(dueOn)}${late}`;
    }),
    countsFor: served
      .filter((one) => !isOpen(one))
      .map(({ title, met }) => (met ? w`${title}, which you have met` : title)),
  };
}

/** Somebody of whom nothing is asked: what a session counts for stays. */
export const askedOfNobody = ({ asked }: Needed): Needed => ({
  asked: asked.map((one) => ({ ...one, isAsked: false, met: undefined })),
  due: [],
});
