import type { FindingState, Severity } from './finding';

export const SEVERITY_NAMES: Record<Severity, string> = {
  blocking: 'Blocking',
  should_fix: 'Should be fixed',
  suggestion: 'Suggestion',
};

export const FINDING_STATE_NAMES: Record<FindingState, string> = {
  open: 'Open',
  answered: 'Answered',
  fixed: 'Fixed',
  will_not_fix: 'Will not be fixed',
  withdrawn: 'Withdrawn',
};

/** `Fixed in version 3: to be confirmed`. */
export function findingStateInWords(finding: {
  state: FindingState;
  fixedInVersionNumber: number | null;
  settled: boolean;
}): string {
  const { state, fixedInVersionNumber: fixedIn, settled } = finding;
  const words = state === 'fixed' && fixedIn !== null ? `Fixed in version ${fixedIn}` : FINDING_STATE_NAMES[state];
  return !settled && (state === 'fixed' || state === 'will_not_fix') ? `${words}: to be confirmed` : words;
}
