import type { PublicationEntity } from './publication.entity';

/** What publishing a version asks of people who were there before. */
export interface RefreshPolicy {
  /** Of people who had completed the course: nothing, reading the change note, or taking it again. */
  policy: PublicationEntity['policy'];
  /** What is different, in the officer's words; needed unless the policy is `nothing`. */
  changeNote: string;
  /** `2027-03-31`: the last day to take it again; only with the policy `retake`. */
  retakeBy?: string;
  /** Of people half-way on an older version: they finish it, or choose. */
  halfWay: PublicationEntity['halfWay'];
}

/** What gives the right to publish. The database refuses a ground that does not hold. */
export type PublicationGround = { ground: 'round'; roundId: string } | { ground: 'override'; overrideId: string };

/** Each time a version became the one that members see. */
export type Publication = PublicationEntity;
