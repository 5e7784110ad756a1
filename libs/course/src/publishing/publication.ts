/** What publishing a version asks of people who were there before. */
export interface RefreshPolicy {
  /** Of people who had completed the course: nothing, reading the change note, or taking it again. */
  policy: 'nothing' | 'note' | 'retake';
  /** What is different, in the officer's words; needed unless the policy is `nothing`. */
  changeNote: string;
  /** `2027-03-31`: the last day to take it again; only with the policy `retake`. */
  retakeBy?: string;
  /** Of people half-way on an older version: they finish it, or choose. */
  halfWay: 'finish_old' | 'choice';
}

/** What gives the right to publish. The database refuses a ground that does not hold. */
export type PublicationGround = { ground: 'round'; roundId: string } | { ground: 'override'; overrideId: string };

/** Each time a version became the one that members see. */
export interface Publication {
  id: string;
  courseId: string;
  versionId: string;
  /** Counts the publications of the course. */
  number: number;
  ground: 'round' | 'override';
  roundId: string | null;
  overrideId: string | null;
  policy: RefreshPolicy['policy'];
  changeNote: string;
  /** `2027-03-31` */
  retakeBy: string | null;
  halfWay: RefreshPolicy['halfWay'];
  publishedBy: string;
  publishedAt: Date;
}
