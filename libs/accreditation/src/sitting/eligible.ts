import type { Capacity, Substitutes } from '@induct/people';
import type { Day } from '@induct/platform';
import type { RegisterMode } from './register-mode';
import { type AskedState, type Place, type Verdict, verdictOf } from './verdict';

/** When a row was written, and when it stopped being what is said: superseded, withdrawn, ended. */
interface Known {
  from: Date;
  to: Date | null;
}

/** `[from, until)`, London days. */
interface During {
  from: Day;
  until: Day | null;
}

/** What one has to have shown. */
export type What = { requirement: string } | { scheme: string };

interface Fact {
  known: Known;
}

/** All that was ever recorded of bodies, what they ask, and what people have shown. */
export interface History {
  seats: readonly (Fact & { personId: string; bodyId: string; capacity: Capacity; during: During })[];
  /** Which bodies are political groups. */
  groups: ReadonlySet<string>;
  rules: readonly (Fact & { bodyId: string; substitutes: Substitutes; during: During })[];
  asked: readonly (Fact & { bodyId: string; what: What; during: During })[];
  /** Evidence: `validUntil` is its last day. */
  shown: readonly (Fact & {
    personId: string;
    requirement: string;
    kind: string;
    metOn: Day;
    validUntil: Day | null;
  })[];
  /** `revoked` tells of a certificate out of force: its own day, and when that became known. */
  awards: readonly (Fact & {
    personId: string;
    scheme: string;
    on: Day;
    validUntil: Day | null;
    revoked: { on: Day; at: Date } | null;
  })[];
  /** From when on two people had said so. */
  accredited: readonly (Fact & { what: { scheme: string } | { requirement: string; kind: string }; during: During })[];
  editions: readonly (Fact & { mode: RegisterMode; startsOn: Day; bodies: readonly string[] })[];
}

/** The days on which something counts, its last day included. */
interface Span {
  since: Day;
  last: Day | null;
  revokedOn: Day | null;
}

const onDay = ({ from, until }: During, day: Day) => from <= day && (until === null || day < until);
const knownAt = (moment: Date) => (fact: Fact) =>
  fact.known.from <= moment && (fact.known.to === null || fact.known.to > moment);

/**
 * Whether somebody may sit on a body on a day, to its end at 23:59:59 in London, as it was known at a moment: their seat or the
 * body's rule on substitutes, and what the body asks. `who-may-sit.queries.ts` answers the same for a whole body.
 */
export function eligible(history: History, personId: string, bodyId: string, day: Day, moment: Date): Verdict {
  const known = asKnown(history, moment);
  const edition = known.editions
    .filter(({ startsOn }) => startsOn <= day)
    .toSorted((a, b) => order(b.startsOn, a.startsOn) || b.known.from.getTime() - a.known.from.getTime())[0];
  const asked: AskedState[] = known.asked
    .filter((one) => one.bodyId === bodyId && onDay(one.during, day))
    .map(({ what }) => ({ ...named(what), binding: true, ...stateOf(spansOf(known, personId, what), day) }));
  if (edition && edition.mode !== 'off' && edition.bodies.includes(bodyId)) {
    const state = stateOf(statutorySpans(known, personId), day);
    asked.push({ kind: 'statutory', id: null, binding: edition.mode === 'statutory', ...state });
  }
  return verdictOf(placeOf(known, { personId, bodyId }, day), asked);
}

const named = (what: What) =>
  'scheme' in what
    ? { kind: 'scheme' as const, id: what.scheme }
    : { kind: 'requirement' as const, id: what.requirement };

/** Without what was not yet known, or no longer said; a revocation that was not known yet is none. */
function asKnown(history: History, moment: Date): History {
  const is = knownAt(moment);
  return {
    ...history,
    seats: history.seats.filter(is),
    rules: history.rules.filter(is),
    asked: history.asked.filter(is),
    shown: history.shown.filter(is),
    awards: history.awards
      .filter(is)
      .map((award) => ({ ...award, revoked: award.revoked && award.revoked.at <= moment ? award.revoked : null })),
    accredited: history.accredited.filter(is),
    editions: history.editions.filter(is),
  };
}

/** A seat of one's own; else, by the rule of that day, a named substitute, or somebody of the group of one who has a seat. */
function placeOf(known: History, { personId, bodyId }: { personId: string; bodyId: string }, day: Day): Place | null {
  const there = known.seats.filter((seat) => onDay(seat.during, day));
  const seats = there.filter((seat) => seat.bodyId === bodyId);
  const mine = seats.find((seat) => seat.personId === personId);
  if (mine && mine.capacity !== 'substitute') return place('seat', mine);
  const rule = known.rules.find((one) => one.bodyId === bodyId && onDay(one.during, day))?.substitutes ?? 'none';
  if (rule === 'named') return mine ? place('named', mine) : null;
  if (rule === 'none') return null;
  const seated = new Set(seats.filter(({ capacity }) => capacity !== 'substitute').map((seat) => seat.personId));
  const inGroups = there.filter((seat) => known.groups.has(seat.bodyId));
  const theirs = new Set(inGroups.filter((seat) => seated.has(seat.personId)).map((seat) => seat.bodyId));
  const group = inGroups.find((seat) => seat.personId === personId && theirs.has(seat.bodyId));
  return group ? place('group', { ...group, capacity: 'substitute' }) : null;
}

const place = (by: Place['by'], { capacity, during: { until } }: { capacity: Capacity; during: During }): Place => ({
  by,
  capacity,
  lastDay: until === null ? null : dayBefore(until),
});

function spansOf(known: History, personId: string, what: What): Span[] {
  if ('scheme' in what) return awardSpans(known, personId, (award) => award.scheme === what.scheme);
  return known.shown
    .filter((one) => one.personId === personId && one.requirement === what.requirement)
    .map(({ metOn, validUntil }) => ({ since: metOn, last: validUntil, revokedOn: null }));
}

/** Revoked, it counts to the day before. */
function awardSpans(known: History, personId: string, counts: (award: History['awards'][number]) => boolean): Span[] {
  return known.awards
    .filter((award) => award.personId === personId && counts(award))
    .map(({ on, validUntil, revoked }) => {
      const last = revoked ? dayBefore(revoked.on) : null;
      const sooner = last !== null && (validUntil === null || last < validUntil);
      return { since: on, last: sooner ? last : validUntil, revokedOn: sooner ? revoked!.on : null };
    });
}

/** Of what was accredited on the day the certificate was made. */
function statutorySpans(known: History, personId: string): Span[] {
  const awards = awardSpans(known, personId, ({ scheme, on }) =>
    known.accredited.some(({ what, during }) => 'scheme' in what && what.scheme === scheme && onDay(during, on)),
  );
  const courses = known.shown.filter(
    (one) =>
      one.personId === personId &&
      known.accredited.some(
        ({ what, during }) =>
          'kind' in what && what.requirement === one.requirement && what.kind === one.kind && onDay(during, one.metOn),
      ),
  );
  return [...awards, ...courses.map(({ metOn, validUntil }) => ({ since: metOn, last: validUntil, revokedOn: null }))];
}

/** Of spans that overlap on the day, the one that lasts longest says until when. */
function stateOf(
  spans: readonly Span[],
  day: Day,
): Pick<AskedState, 'met' | 'since' | 'until' | 'ended' | 'revokedOn' | 'suspended' | 'waits'> {
  const valid = spans.filter(({ since, last }) => since <= day && (last === null || day <= last));
  const [longest] = valid.toSorted((a, b) => order(b.last ?? FOR_EVER, a.last ?? FOR_EVER) || order(a.since, b.since));
  if (longest)
    return { met: true, since: longest.since, until: longest.last, ended: null, revokedOn: null, ...AT_WORK };
  const over = spans.filter(({ since, last }) => last !== null && last < day && since <= last).map(({ last }) => last!);
  const revoked = spans.flatMap(({ revokedOn }) => (revokedOn !== null && revokedOn <= day ? [revokedOn] : []));
  return {
    met: false,
    since: null,
    until: null,
    ended: over.toSorted().at(-1) ?? null,
    revokedOn: revoked.toSorted().at(-1) ?? null,
    ...AT_WORK,
  };
}

/** A history tells of no suspension, and every award in it has its certificate: tests of their own do. */
const AT_WORK = { suspended: false, waits: false } as const;
const FOR_EVER: Day = 'infinity';
const order = (a: Day, b: Day) => (a < b ? -1 : Number(a > b));

/** By the calendar alone: a day has no clock. */
const dayBefore = (day: Day): Day => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
