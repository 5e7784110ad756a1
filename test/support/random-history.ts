import type { History } from '@induct/accreditation';

/** Numbers that look random and are the same for the same seed. */
export function dice(seed: number) {
  let state = seed >>> 0 || 1;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * most);
  };
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)]!;
  return { below, oneOf, chance: (percent: number) => below(100) < percent };
}
type Dice = ReturnType<typeof dice>;

const BEGINS = Date.UTC(2026, 2, 16);
/** Days that anything happens on, over the change to summer time. */
export const SPAN = 20;
const DAYS = Array.from({ length: SPAN + 40 }, (_, nth) =>
  new Date(BEGINS + nth * 86_400_000).toISOString().slice(0, 10),
);
export const dayAt = (nth: number): string => DAYS[nth]!;
/** Noon of that day: no other day in London. */
const NOONS = DAYS.map((_, nth) => new Date(BEGINS + nth * 86_400_000 + 43_200_000));
export const momentAt = (nth: number): Date => NOONS[nth]!;
const idOf = (kind: number, nth: number) => `00000000-0000-4000-800${kind}-${String(nth).padStart(12, '0')}`;

export const PEOPLE = [1, 2, 3].map((nth) => idOf(1, nth));
export const BODIES = [1, 2].map((nth) => idOf(2, nth));
export const GROUPS = [1, 2].map((nth) => idOf(3, nth));
export const REQUIREMENTS = [1, 2].map((nth) => idOf(4, nth));
export const SCHEMES = [1, 2].map((nth) => idOf(5, nth));

type Mutable = { -readonly [Key in keyof History]: History[Key] extends readonly (infer Row)[] ? Row[] : History[Key] };

/** A small council that could have been: what was said of one thing is said again, as the database keeps it. */
export function randomHistory(roll: Dice): History {
  const history: Mutable = {
    seats: [],
    groups: new Set(GROUPS),
    rules: [],
    asked: [],
    shown: [],
    awards: [],
    accredited: [],
    editions: [],
  };
  for (const personId of PEOPLE) {
    for (const bodyId of BODIES) {
      if (!roll.chance(60)) continue;
      for (const known of said(roll)) {
        const capacity = roll.oneOf(['member', 'chair', 'substitute', 'substitute'] as const);
        history.seats.push({ personId, bodyId, capacity, during: period(roll), known });
      }
    }
    if (roll.chance(60)) {
      for (const known of said(roll))
        history.seats.push({ personId, bodyId: roll.oneOf(GROUPS), capacity: 'member', during: period(roll), known });
    }
    for (const requirement of REQUIREMENTS) {
      if (!roll.chance(50)) continue;
      const metOn = roll.below(SPAN);
      const known = { from: momentAt(metOn + roll.below(4)), to: null as Date | null };
      if (roll.chance(20)) known.to = momentAt(metOn + 4 + roll.below(8));
      history.shown.push({
        personId,
        requirement,
        kind: roll.oneOf(['module', 'outside_certificate']),
        metOn: dayAt(metOn),
        validUntil: last(roll, metOn),
        known,
      });
    }
    for (const scheme of SCHEMES) {
      if (!roll.chance(40)) continue;
      const on = roll.below(SPAN);
      const revokedOn = on + roll.below(9);
      const revoked = roll.chance(25) ? { on: dayAt(revokedOn), at: momentAt(revokedOn) } : null;
      history.awards.push({
        personId,
        scheme,
        on: dayAt(on),
        validUntil: last(roll, on) ?? dayAt(SPAN + 9),
        revoked,
        known: { from: momentAt(on), to: null },
      });
    }
  }
  for (const bodyId of BODIES) {
    if (roll.chance(70)) {
      for (const known of said(roll))
        history.rules.push({
          bodyId,
          substitutes: roll.oneOf(['none', 'named', 'group'] as const),
          during: period(roll),
          known,
        });
    }
    const asks = [...REQUIREMENTS.map((requirement) => ({ requirement })), ...SCHEMES.map((scheme) => ({ scheme }))];
    for (const what of asks) {
      if (roll.chance(20))
        for (const known of said(roll)) history.asked.push({ bodyId, what, during: period(roll), known });
    }
  }
  const accredits = [{ scheme: SCHEMES[0]! }, { requirement: REQUIREMENTS[0]!, kind: 'module' }];
  for (const what of accredits) {
    if (roll.chance(50)) for (const known of said(roll)) history.accredited.push({ what, during: period(roll), known });
  }
  for (const from of distinct(roll, roll.below(3))) {
    const bodies = BODIES.filter(() => roll.chance(70));
    const mode = roll.oneOf(['off', 'voluntary', 'statutory', 'statutory'] as const);
    history.editions.push({
      mode,
      startsOn: dayAt(roll.below(SPAN)),
      bodies,
      known: { from: momentAt(from), to: null },
    });
  }
  return history;
}

/** What was said of one thing: once, or put right later. */
function said(roll: Dice): { from: Date; to: Date | null }[] {
  const from = roll.below(8);
  if (roll.chance(60)) return [{ from: momentAt(from), to: null }];
  const again = momentAt(from + 1 + roll.below(6));
  return [
    { from: momentAt(from), to: again },
    { from: again, to: roll.chance(20) ? momentAt(SPAN + 1) : null },
  ];
}

function period(roll: Dice) {
  const from = roll.below(12);
  return { from: dayAt(from), until: roll.chance(50) ? null : dayAt(from + 1 + roll.below(10)) };
}

const last = (roll: Dice, from: number) => (roll.chance(30) ? null : dayAt(from + roll.below(9)));

const distinct = (roll: Dice, many: number) => [...new Set(Array.from({ length: many }, () => roll.below(SPAN)))];
