/** What is known of the last attempt of a registration. */
export interface LastAttempt {
  id: string;
  versionId: string;
  completedAt: Date | null;
  /** Its test was failed, and its run has ended: whoever goes on in it finds it over. */
  hasEndedFailed: boolean;
  /** An officer has looked at its completion: it does not count. */
  countsNot: boolean;
}

/** What somebody half-way on an older version wants. */
export type HalfWayChoice = 'finish_old' | 'start_again';

/** Where a person stands with a course when they open it. */
export interface BeforeOpening {
  last: LastAttempt | undefined;
  /** Null while members see none. */
  publishedVersionId: string | null;
  /** What its publication lets people do who are half-way on an older version. */
  halfWay: 'finish_old' | 'choice';
  /** What the person said to that. */
  chosen: HalfWayChoice | undefined;
  /** The course was completed: that stands, whatever comes. */
  isCompleted: boolean;
  /** Whether it has to be taken again, and whether finishing the last attempt is enough for that. */
  retake: 'none' | 'by last attempt' | 'by new attempt';
}

export type Opening =
  | { attempt: LastAttempt }
  /** On this version. */
  | { newAttemptOn: string }
  /** The person has to say first how to go on. */
  | 'choice is due'
  | 'not available';

/**
 * Which attempt an opening belongs to. An unfinished one is continued on its own version, whatever has been published
 * since, unless the person chooses otherwise where the publication lets them: a refresh never touches what people have
 * done. A finished one is reviewed, unless there is a newer version or it has to be taken again. A new one begins where
 * the last was failed and is over, where its completion does not count, and whenever the person asks for it: the result
 * of the registration stays.
 */
export function openingOf(standing: BeforeOpening, fromTheBeginning = false): Opening {
  const { last, publishedVersionId, chosen, retake } = standing;
  if (publishedVersionId === null) return last ? { attempt: last } : 'not available';
  const fresh = { newAttemptOn: publishedVersionId };
  if (!last || retake === 'by new attempt' || fromTheBeginning) return fresh;
  if (last.hasEndedFailed || last.countsNot) return fresh;
  if (last.versionId === publishedVersionId) return { attempt: last };
  if (last.completedAt) return fresh;
  if (!mayChoose(standing) || chosen === 'finish_old') return { attempt: last };
  return chosen === 'start_again' ? fresh : 'choice is due';
}

/**
 * Whether the person is half-way on an older version and free to choose. Who has completed the course is not half-way
 * when looking at it again, unless it has to be taken again.
 */
export function mayChoose({ last, publishedVersionId, halfWay, isCompleted, retake }: BeforeOpening): boolean {
  const isHalfWay = last !== undefined && last.completedAt === null && (!isCompleted || retake === 'by last attempt');
  const isOlder = publishedVersionId !== null && last?.versionId !== publishedVersionId;
  return isHalfWay && isOlder && halfWay === 'choice' && retake !== 'by new attempt';
}
