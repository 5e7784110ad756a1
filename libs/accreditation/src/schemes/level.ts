import type { Day } from '@induct/platform';
import { isValidOn, standingSince } from '../rules/earned';
import { nextPeriod, renewsSince } from '../rules/renewal';
import { ruleWords } from '../rules/rule-words';
import { needsOf } from '../rules/standing';
import { type HasByThen, type ToppedUp, topUpOf } from '../rules/top-up';

/** Where somebody stands in a scheme. */
export interface Level {
  schemeId: string;
  /** The scheme's. */
  name: string;
  /** `open`: never had it; `waiting`: earned, and an officer has still to issue it; `valid`; `renewable`: valid, and its window is open; `over`; `revoked`; `suspended`: for now it does not count. */
  state: 'open' | 'waiting' | 'valid' | 'renewable' | 'over' | 'revoked' | 'suspended';
  /** The last day of the newest award; null: it has no end, or there is none. */
  until: Day | null;
  /** From when on it can be renewed; null: it need not be. */
  opens: Day | null;
  /** What is still to be shown, for the award or for its renewal, in words. Undefined: nothing at present. */
  missing: string | undefined;
  /** The requirements of it, where they have to be shown anew. */
  anew: string[];
  /** What is asked beside it of whoever keeps it, in words, and by which day. */
  topUp?: { missing: string; by: Day };
}

/**
 * The awards that somebody has, and what the others ask for: of every scheme that is in effect.
 * @param versions in effect today, lower levels first
 * @param names of requirements and schemes, by id
 */
export function levelsOf(
  versions: readonly ToppedUp[],
  has: HasByThen,
  names: ReadonlyMap<string, string>,
  today: Day,
): Level[] {
  return versions.map((version) => {
    const { schemeId, name, rule } = version;
    const award = has.awards.find((one) => one.schemeId === schemeId);
    const until = award?.validUntil ?? null;
    const opens = award ? renewsSince(version, award) : null;
    const mayEarn = nextPeriod(version, award, today) !== undefined;
    // Of what was revoked today nothing counts before tomorrow; what is to be shown is to be read at once.
    const now = mayEarn || award?.revoked ? standingSince(opens, rule, has, today) : undefined;
    const missing = now && !now.met ? ruleWords(now.missing, names) : undefined;
    // What was lost before anybody issued it was never theirs.
    const state =
      !award || award.lost
        ? 'open'
        : award.revoked
          ? 'revoked'
          : award.suspended
            ? 'suspended'
            : !isValidOn(award, today)
              ? 'over'
              : award.waits
                ? 'waiting'
                : mayEarn
                  ? 'renewable'
                  : 'valid';
    const more = topUpOf(version, has, today);
    const topUp = more && { missing: ruleWords(more.missing, names), by: more.by };
    const anew = award && !award.lost && now && !now.met ? needsOf(now.missing) : [];
    return { schemeId, name, state, until, opens, missing, anew, ...(topUp && { topUp }) };
  });
}
