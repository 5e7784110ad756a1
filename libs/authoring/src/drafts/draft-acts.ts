/** What a revision may have done. */
export const DRAFT_ACTS = [
  'begun',
  'brought-in',
  'details',
  'review',
  'test',
  'screen-added',
  'screen-named',
  'screen-moved',
  'screen-removed',
  'part-added',
  'part-changed',
  'part-moved',
  'part-removed',
  'question-added',
  'question-changed',
  'question-moved',
  'question-removed',
  'picture-added',
  'picture-removed',
  'gone-back',
] as const;
export type DraftAct = (typeof DRAFT_ACTS)[number];
