import type { Day } from '@induct/platform';
import { type LastPeriod, nextPeriod, type Period, type Terms } from './renewal';
import type { Rule } from './rule';
import { counts, type Held, type Shown, standing, type Standing } from './standing';

/** A version of a scheme that is in effect. */
export interface Version extends Terms {
  id: string;
  schemeId: string;
  /** The scheme's. */
  name: string;
  rule: Rule;
}

/** The award of a scheme that somebody has, of its newest period. */
export interface HeldAward extends LastPeriod {
  schemeId: string;
  /** The scheme's. */
  name: string;
  /** It was revoked: it counts for no level above, and the period is used up. The next is for what is shown after that day. */
  revoked: boolean;
  /** Its certificate is suspended: until that is lifted it counts for no level above, and keeps its period. */
  suspended?: boolean;
  /** An officer has still to issue its certificate: for a level above it it counts already, where that is asked. */
  waits?: boolean;
  /** The version that gave it, where that is asked. */
  versionId?: string;
}

/** Whether an award is valid on a day: never in the grace after it. */
export const isValidOn = (award: HeldAward, day: Day): boolean =>
  !award.revoked && !award.lost && counts({ metOn: award.awardedOn, validUntil: award.validUntil }, day);

/** An award as what a level above it asks for. */
export interface AwardShown extends Shown {
  kind: 'award';
  title: string;
}

/** What one person has, as it counts. */
export interface Has<Evidence extends Shown = Shown> extends Held<Evidence> {
  awards: readonly HeldAward[];
}

/** An award that is to be made. */
export interface Earned<Evidence extends Shown = Shown, Of extends Version = Version> extends Period {
  version: Of;
  by: (Evidence | AwardShown)[];
}

/**
 * The awards that a person has earned by a day and has not got, lower levels first: an award earns the next in the same turn.
 * @param versions in effect on the day, as `inOrder` has them
 * @param day on which evidence is held against the rules
 * @param awardedOn the day of the award, from which its months count
 */
export function earned<Evidence extends Shown, Of extends Version = Version>(
  versions: readonly Of[],
  has: Has<Evidence>,
  day: Day,
  awardedOn = day,
): Earned<Evidence, Of>[] {
  const made: Earned<Evidence, Of>[] = [];
  const awards = new Map(has.awards.map((award) => [award.schemeId, award]));
  for (const version of versions) {
    const next = nextPeriod(version, awards.get(version.schemeId), awardedOn);
    if (!next) continue;
    const result = standingSince(next.since, version.rule, { ...has, awards: [...awards.values()] }, day);
    if (!result.met) continue;
    const { period, validUntil } = next;
    made.push({ version, period, validUntil, by: result.by });
    const { schemeId, name } = version;
    awards.set(schemeId, { schemeId, name, awardedOn, period, validUntil, revoked: false });
  }
  return made;
}

/**
 * Where somebody stands by what they have met since a day. An award of another scheme counts while it is valid and not suspended,
 * whenever it was made: it is renewed by its own window.
 * @param since null: whenever it was met
 */
export function standingSince<Evidence extends Shown>(
  since: Day | null,
  rule: Rule,
  { evidence, core, awards }: Has<Evidence>,
  day: Day,
): Standing<Evidence | AwardShown> {
  const late = since === null ? evidence : evidence.filter(({ metOn }) => metOn >= since);
  return standing<Evidence | AwardShown>(rule, { evidence: [...late, ...awardsShown(awards)], core }, day);
}

/** Awards as a rule that asks for them takes them: also one that an officer has still to issue (docs/decisions/1378). */
export const awardsShown = (awards: readonly HeldAward[]): AwardShown[] =>
  awards.flatMap((award) => (award.revoked || award.lost || award.suspended ? [] : [awardShown(award)]));

const awardShown = ({ schemeId, name, period, awardedOn, validUntil }: HeldAward): AwardShown => ({
  kind: 'award',
  id: `${schemeId}/${period}`,
  requirement: schemeId,
  title: name,
  metOn: awardedOn,
  validUntil,
});
