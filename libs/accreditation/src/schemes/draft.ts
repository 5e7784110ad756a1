import { createHash } from 'node:crypto';
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

/** What was read of a draft, for whoever changes it: another for other terms. */
export function draftSeen(terms: Omit<DraftTerms, 'rule'> & Pick<SchemeVersionEntity, 'rule'>): string {
  const { effectiveFrom, validityMonths, renewalOpensMonths, graceDays, forHolders, topUpBy, rule } = terms;
  const read = [effectiveFrom, validityMonths, renewalOpensMonths, graceDays, forHolders, topUpBy, readRule(rule)];
  return createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 16);
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
