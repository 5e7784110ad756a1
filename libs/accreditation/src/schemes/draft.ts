import type { Day } from '@induct/platform';
import type { SchemeVersionEntity } from '../awards/scheme-version.entity';
import { readRule, type Rule } from '../rules/rule';
import type { Draft } from './effects';

/** What an officer says of a version that may come. */
export interface DraftTerms extends Pick<
  SchemeVersionEntity,
  'effectiveFrom' | 'validityMonths' | 'renewalOpensMonths' | 'graceDays' | 'forHolders' | 'topUpBy'
> {
  rule: Rule;
}

/** A version that is in work, as it is kept. */
export interface VersionInWork
  extends
    Omit<DraftTerms, 'rule'>,
    Pick<
      SchemeVersionEntity,
      'id' | 'schemeId' | 'number' | 'edition' | 'state' | 'proposedBy' | 'proposedAt' | 'simulationId' | 'rule'
    > {
  /** The scheme's. */
  name: string;
}

/** As the rules take it. */
export function draftOf(version: VersionInWork): Draft {
  const { id, schemeId, name, validityMonths, renewalOpensMonths, graceDays, forHolders, topUpBy, rule } = version;
  const terms = { validityMonths, renewalOpensMonths, graceDays, forHolders, topUpBy };
  return { id, schemeId, name, ...terms, rule: readRule(rule) };
}

/** Whether a version can take effect on that day. @param newest the day of the newest adopted version of the scheme */
export const canTakeEffect = (day: Day, today: Day, newest: Day | null): boolean =>
  day >= today && (newest === null || day > newest);
