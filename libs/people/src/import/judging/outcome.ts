/** What becomes of a row. In the order in which a row that is several of them is called by one. */
export const IMPORT_OUTCOMES = [
  'problem',
  'leaves',
  'new_person',
  're_elected',
  'moves',
  'ends',
  'new_membership',
  'changed',
  'same',
] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** How pages name them. */
export const IMPORT_OUTCOME_NAMES: Record<ImportOutcome, string> = {
  problem: 'Problem',
  leaves: 'Leaves',
  new_person: 'New person',
  re_elected: 'Re-elected',
  moves: 'Moves',
  ends: 'Ends',
  new_membership: 'New membership',
  changed: 'Changed detail',
  same: 'Same',
};

/** Whether something is written when the row is accepted. */
export const changesSomething = (outcome: ImportOutcome): boolean => outcome !== 'problem' && outcome !== 'same';

/** @param all at least one */
export const firstOutcome = (all: Iterable<ImportOutcome>): ImportOutcome => {
  const found = new Set(all);
  return IMPORT_OUTCOMES.find((one) => found.has(one)) ?? 'same';
};
