import { createHash } from 'node:crypto';
import type { Day } from '@induct/platform';
import { britishDate } from '@induct/platform';
import { type LastPeriod, renewsSince, type Terms } from '../rules/renewal';
import { type Missing, type Shown, standing } from '../rules/standing';
import type { Rule } from '../rules/rule';

/** What a batch would do for a person. `own`: whoever makes it does not issue to themselves. */
export type BatchOutcome = 'issue' | 'has_one' | 'revoked' | 'own' | 'not_met';

/** A person as a batch finds them. */
export interface BatchCandidate {
  personId: string;
  name: string;
  /** The award that is valid today: the London day on which it was made. */
  awardedOn: Day | null;
  /** Of that award, the certificate that counts most: one that was replaced does not. */
  number: string | null;
  state: 'issued' | 'suspended' | 'revoked' | null;
  /** Of an award that waits: the suspended certificate that it rests on. */
  suspendedUnder: string | null;
  /** It was earned, and what it rested on counts no more: the certificate that was revoked, empty where evidence was withdrawn. */
  lostWith: string | null;
  /** The newest award of the scheme, whether it counts or not; null: never had one. */
  last: LastPeriod | null;
}

/** What somebody has shown: evidence, or the award of a scheme. */
export interface BatchShown extends Shown {
  isAward: boolean;
}

/** One person of a dry run. */
export interface DryRow {
  personId: string;
  name: string;
  outcome: BatchOutcome;
  /** Why, in words. */
  detail: string;
}

/** What all rows of a dry run are worked out from. */
export interface DryRunFacts {
  rule: Rule;
  /** Of the version. */
  terms: Terms;
  core: readonly string[];
  /** Of requirements and schemes. */
  titles: ReadonlyMap<string, string>;
  /** What counts, by person: evidence, and awards of which no certificate was revoked or is suspended. */
  evidence: ReadonlyMap<string, readonly BatchShown[]>;
  /** The last day that counts. */
  untilDay: Day;
  madeBy: string;
}

/** What would be done for a person, and why. */
export function dryRow(candidate: BatchCandidate, facts: DryRunFacts): DryRow {
  const { personId, name } = candidate;
  const [outcome, detail] = outcomeOf(candidate, facts);
  if (outcome !== 'issue' || personId !== facts.madeBy) return { personId, name, outcome, detail };
  return { personId, name, outcome: 'own', detail: 'Another officer issues it: nobody does to themselves' };
}

function outcomeOf(candidate: BatchCandidate, facts: DryRunFacts): [BatchOutcome, string] {
  const { personId, awardedOn, number, state, suspendedUnder, lostWith, last } = candidate;
  if (state === 'issued') return ['has_one', `Has ${number}`];
  if (state === 'suspended') return ['has_one', `Has ${number}, which is suspended`];
  if (state === 'revoked') return ['revoked', `${number} was revoked`];
  if (awardedOn !== null) {
    if (awardedOn > facts.untilDay) return ['not_met', `Was met on ${britishDate(awardedOn)}, after the last day`];
    if (suspendedUnder !== null) return ['not_met', `Rests on ${suspendedUnder}, which is suspended`];
    return ['issue', `Met on ${britishDate(awardedOn)}, and no certificate yet`];
  }
  // A renewal asks for everything anew: what earned the last one earns no second.
  const since = last === null ? null : renewsSince(facts.terms, last);
  const shown = facts.evidence.get(personId) ?? [];
  const evidence = since === null ? shown : shown.filter(({ isAward, metOn }) => isAward || metOn >= since);
  const result = standing(facts.rule, { evidence, core: facts.core }, facts.untilDay);
  if (result.met) return ['issue', 'Has shown everything that is asked for'];
  const missing = missingSentence(result.missing, facts.titles);
  if (lostWith === null) {
    const over = last?.validUntil != null && !last.lost ? `Ran out on ${britishDate(last.validUntil)}. ` : '';
    return ['not_met', `${over}${missing}`];
  }
  const lost =
    lostWith === '' ? 'Evidence that it rested on was withdrawn' : `Rested on ${lostWith}, which was revoked`;
  return ['not_met', `${lost}. ${missing}`];
}

const FEW = 4;

/** What is missing, as a sentence without its end: `Missing: Planning; Audit`, `One of these is missing: Finance; Audit`. */
export function missingSentence(missing: Missing, titles: ReadonlyMap<string, string>): string {
  if (!('of' in missing) || missing.n === missing.of.length) return `Missing: ${missingWords(missing, titles)}`;
  return `${missing.n === 1 ? 'One of these is' : `${missing.n} of these are`} missing: ${parts(missing, titles)}`;
}

/** What is missing, in words; what would run into its neighbours in brackets: `Planning; (one of these: Finance; Audit)`. */
function missingWords(missing: Missing, titles: ReadonlyMap<string, string>): string {
  if ('award' in missing) return `the award ${titles.get(missing.award) ?? 'of another scheme'}`;
  if ('need' in missing) return titles.get(missing.need) ?? 'something that is asked for no more';
  if (missing.of.length === 0) return 'everything: the scheme asks for nothing yet';
  const named = parts(missing, titles);
  return missing.n === missing.of.length ? named : `${missing.n === 1 ? 'one' : missing.n} of these: ${named}`;
}

function parts({ of }: { of: readonly Missing[] }, titles: ReadonlyMap<string, string>): string {
  const named = of.slice(0, FEW).map((part) => {
    const words = missingWords(part, titles);
    return 'of' in part && part.of.length > 1 ? `(${words})` : words;
  });
  return `${named.join('; ')}${of.length > FEW ? `; and ${of.length - FEW} more` : ''}`;
}

/** Of what an officer has read: the same for the same rows, whatever their order. Hex. */
export function digestOf(schemeVersionId: string, rows: readonly DryRow[]): string {
  const lines = rows.map(({ personId, name, outcome, detail }) => JSON.stringify([personId, name, outcome, detail]));
  return createHash('sha256')
    .update([schemeVersionId, ...lines.toSorted()].join('\n'))
    .digest('hex');
}

/** Somebody who is not as the dry run says any more. */
export interface MovedRow {
  name: string;
  before: string;
  now: string;
}

const NOBODY = 'Not among them';

/** Who moved between a dry run and now, by name. */
export function movedBetween(before: readonly DryRow[], now: readonly DryRow[]): MovedRow[] {
  const then = new Map(before.map((row) => [row.personId, row]));
  const since = new Map(now.map((row) => [row.personId, row]));
  return [...new Set([...then.keys(), ...since.keys()])]
    .map((id) => ({ was: then.get(id), is: since.get(id) }))
    .filter(({ was, is }) => was?.detail !== is?.detail || was?.outcome !== is?.outcome || was?.name !== is?.name)
    .map(({ was, is }) => ({
      name: (is ?? was)!.name,
      before: was ? `${was.name === is?.name || !is ? '' : `${was.name}: `}${was.detail}` : NOBODY,
      now: is?.detail ?? NOBODY,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
