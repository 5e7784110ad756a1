import type { Finding, FindingState, Severity } from './finding';

/** What acts change about a finding. */
export type FindingStateFacts = Pick<
  Finding,
  'severity' | 'state' | 'fixedInVersionId' | 'reason' | 'settledAt' | 'settledBy'
>;

export type FindingAct =
  | { act: 'answer' }
  | { act: 'mark_fixed'; versionId: string; versionNumber: number; foundIn: number }
  | { act: 'will_not_fix'; reason: string }
  | { act: 'confirm' }
  | { act: 'reopen' }
  | { act: 'change_severity'; severity: Severity }
  | { act: 'withdraw' };

export const FINDING_LIMITS = {
  /** Characters. */
  text: 5000,
  reason: 10,
  /** Bytes. */
  screenshot: 3 * 1024 ** 2,
};

const DEALT_WITH: readonly FindingState[] = ['fixed', 'will_not_fix'];
const NOT_SETTLED = { settledAt: null, settledBy: null };
const NOT_DEALT_WITH = { fixedInVersionId: null, reason: '' };

/**
 * A finding after an act of somebody who may do it. One that should be fixed, or a suggestion, is settled by the
 * officer's word; a blocking one only when its author (or who speaks for them) confirms, lowers it or takes it back.
 * @returns why it cannot be done, as a sentence without its full stop
 */
export function afterAct(
  finding: FindingStateFacts,
  act: FindingAct,
  by: string,
  at: Date,
): FindingStateFacts | string {
  const { severity, state } = finding;
  const settledNow = { settledAt: at, settledBy: by };
  switch (act.act) {
    case 'answer':
      if (state !== 'open' && state !== 'answered') return 'Only an open finding can be answered';
      return { ...finding, state: 'answered' };
    case 'mark_fixed':
      if (state === 'withdrawn') return 'Its author has withdrawn it';
      if (isSettled(finding) && severity === 'blocking') return 'It is settled';
      if (act.versionNumber <= act.foundIn) return 'A finding is fixed in a newer version than the one it was found in';
      return {
        severity,
        state: 'fixed',
        fixedInVersionId: act.versionId,
        reason: '',
        ...(severity === 'blocking' ? NOT_SETTLED : settledNow),
      };
    case 'will_not_fix':
      if (state === 'withdrawn') return 'Its author has withdrawn it';
      if (isSettled(finding) && severity === 'blocking') return 'It is settled';
      return {
        severity,
        state: 'will_not_fix',
        fixedInVersionId: null,
        reason: act.reason,
        ...(severity === 'blocking' ? NOT_SETTLED : settledNow),
      };
    case 'confirm':
      if (!DEALT_WITH.includes(state)) return 'There is nothing to confirm yet';
      if (finding.settledBy === by) return 'You have confirmed it already';
      return { ...finding, ...settledNow };
    case 'reopen':
      if (state === 'open') return 'It is open';
      return { severity, state: 'open', ...NOT_DEALT_WITH, ...NOT_SETTLED };
    case 'change_severity':
      if (state === 'withdrawn') return 'It is withdrawn';
      if (act.severity === severity) return 'It has that severity already';
      if (!DEALT_WITH.includes(state)) return { ...finding, severity: act.severity };
      return { ...finding, severity: act.severity, ...(act.severity === 'blocking' ? NOT_SETTLED : settledNow) };
    case 'withdraw':
      if (state === 'withdrawn') return 'It is withdrawn already';
      return { severity, state: 'withdrawn', ...NOT_DEALT_WITH, ...settledNow };
  }
}

export const isSettled = ({ settledAt }: Pick<FindingStateFacts, 'settledAt'>): boolean => settledAt !== null;

/**
 * Who decides about a finding: its author, and when the author is not among the testers of the course's newest round,
 * any tester of that round too.
 */
export const speaksForAuthor = (authorId: string, by: string, newestRoundsTesters: readonly string[]): boolean =>
  by === authorId || (!newestRoundsTesters.includes(authorId) && newestRoundsTesters.includes(by));
