/** What the editions of SCORM 2004 do not have in common, as far as it decides over the parts of a package. */
export interface EditionRules {
  /** Objectives also tell each other scores, completion and progress (adlseq:objectives: CAM 4th edition, 5.1.8). */
  sharesAllOfObjectives: boolean;
  /** Activities share texts (adl.data: RTE 4th edition, 4.3). */
  sharesData: boolean;
  /** Content may open any part by "jump" (SN 4th edition, 5.6.4). */
  jumps: boolean;
  /** The share that is done makes a part, and a group of parts, complete (SN 4th edition, 4.6.4). */
  completesByMeasure: boolean;
  /** A part that was begun and has no result counts as not satisfied and incomplete in its group (SN 3rd edition, 4.6.5). */
  attemptIsEnough: boolean;
  /** What an activity knows of an objective itself goes before what a global one says that it reads. */
  ownWordFirst: boolean;
  /** Content that takes a result back ("unknown") takes it back from the global objectives, too. */
  takesBackFromOthers: boolean;
}

const THIRD: EditionRules = {
  sharesAllOfObjectives: false,
  sharesData: false,
  jumps: false,
  completesByMeasure: false,
  attemptIsEnough: true,
  ownWordFirst: false,
  takesBackFromOthers: false,
};
const SECOND: EditionRules = { ...THIRD, ownWordFirst: true };
const FOURTH: EditionRules = {
  sharesAllOfObjectives: true,
  sharesData: true,
  jumps: true,
  completesByMeasure: true,
  attemptIsEnough: false,
  ownWordFirst: false,
  takesBackFromOthers: true,
};

/**
 * By the edition that a package declares. Where two editions have the same rule in other words, the newer words count: they were
 * mended.
 * @param edition '2nd', '3rd' or '4th'; what is none of these is taken for the fourth
 */
export const editionRules = (edition: string | undefined): EditionRules =>
  edition === '2nd' ? SECOND : edition === '3rd' ? THIRD : FOURTH;
