import type { AskedRequirement, DueItem, Path } from '@induct/accreditation';
import { asTyped, type Day, readerDate, said, w } from '@induct/platform';

/** What a session may meet: requirements by their slugs. */
export interface Needed {
  asked: readonly AskedRequirement[];
  /** The earliest first. */
  due: readonly DueItem[];
  /** What is asked for step by step. */
  paths: readonly Path[];
}

/** It is asked of them, and not met. */
export const isOpen = ({ isAsked, met }: AskedRequirement): boolean => isAsked && !met;

/** The topics of what is asked of somebody and not met. */
export const stillNeeded = ({ asked }: Pick<Needed, 'asked'>): string[] => asked.filter(isOpen).map(({ slug }) => slug);

/** What a session would meet of somebody's, what else it counts for, and which step of what it is: each a sentence. What nobody asks for is not said. */
export interface WhatItMeets {
  meets: string[];
  countsFor: string[];
  steps: string[];
}

/**
 * @param topics of the session's parts
 * @param on its last day; null: not known yet
 */
export function whatItMeets(
  topics: readonly string[],
  on: Day | null,
  { asked, due, paths }: Needed,
  today: Day,
): WhatItMeets {
  const served = asked.filter(({ slug }) => topics.includes(slug));
  return {
    meets: served.filter(isOpen).map(({ id, title: typed }) => {
      const title = asTyped(typed);
      const dueOn = due.find(({ needs }) => needs.includes(id))?.dueOn;
      if (dueOn === undefined) return w`${title}, which is asked of you`;
      if (dueOn < today) return w`${title}, which was asked of you by ${readerDate(dueOn)}`;
      const late = on !== null && on > dueOn ? said(': that is before this session') : '';
      return w`${title}, which is asked of you by ${readerDate(dueOn)}${late}`;
    }),
    countsFor: served
      .filter((one) => !isOpen(one))
      .map(({ title, met }) => (met ? w`${asTyped(title)}, which you have met` : asTyped(title))),
    steps: paths.flatMap((path) => stepsIn(path, new Set(served.map(({ id }) => id)))),
  };
}

/** Which step of a path it is to meet some requirements: a sentence each. @param served their ids */
export function stepsIn({ name, steps }: Path, served: ReadonlySet<string>): string[] {
  const open = steps.findIndex(({ met }) => !met);
  return steps.flatMap(({ need, met }, at) => {
    if (need === null || !served.has(need)) return [];
    const place = w`Step ${at + 1} of ${steps.length} of ${asTyped(name)}`;
    if (met || open === at) return [place];
    return [w`${place}. Step ${open + 1} comes before it; this one counts also when you take it first`];
  });
}

/** Somebody of whom nothing is asked: what a session counts for stays. */
export const askedOfNobody = ({ asked, paths }: Needed): Needed => ({
  asked: asked.map((one) => ({ ...one, isAsked: false, met: undefined })),
  due: [],
  paths: paths.map((path) => ({ ...path, steps: path.steps.map((step) => ({ ...step, met: true })) })),
});
