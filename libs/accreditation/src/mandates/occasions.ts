import type { Capacity, Role } from '@induct/people';
import type { Day } from '@induct/platform';
import { dueOn } from './due-on';
import type { MandateRule } from './mandate-words';

/** A term of office, as it is recorded now. */
export interface HeldTerm {
  /** Of the poll. */
  electedOn: Day;
  from: Day;
  until: Day | null;
}

/** A seat on a body, as it is recorded now. */
export interface HeldPlace {
  bodyId: string;
  capacity: Capacity;
  from: Day;
  until: Day | null;
}

/** Everything of a person on which it depends what is asked of them. */
export interface PersonFacts {
  personId: string;
  isActive: boolean;
  roles: readonly Role[];
  terms: readonly HeldTerm[];
  /** The earliest first. */
  places: readonly HeldPlace[];
}

/** A reason to ask: a term of office, or somebody's time on a body without a gap. */
export interface Occasion {
  since: Day;
  until: Day | null;
  /** The day the time is counted from. */
  countsFrom: Day;
}

/** What is asked of somebody, once for each occasion. */
export interface Wanted {
  mandateId: string;
  since: Day;
  dueOn: Day;
}

/** Every occasion there is or was, whether it still asks for anything or not. */
export function occasionsOf(mandate: MandateRule, facts: PersonFacts): Occasion[] {
  const { who, role, bodyId, capacities, personId, anchor, fixedOn, anew, from: begins } = mandate;
  if (who === 'body' || who === 'group') {
    const places = facts.places.filter(
      (place) => place.bodyId === bodyId && (capacities.length === 0 || capacities.includes(place.capacity)),
    );
    return joined(places).map((span) => ({ ...span, since: span.from, countsFrom: countedFrom(mandate, span, facts) }));
  }
  if (who === 'role' ? !facts.roles.includes(role!) : personId !== facts.personId) return [];
  // By a fixed day it is asked of the same people all the time: what is to be learned anew counts from its first day on.
  if (anchor === 'fixed') return [{ since: anew ? begins : fixedOn!, until: null, countsFrom: fixedOn! }];
  return facts.terms.map(({ electedOn, from, until }) => ({
    since: from,
    until,
    countsFrom: anchor === 'election' ? electedOn : from,
  }));
}

/**
 * What is asked of them now, and of what is recorded to come. Nobody is late for what was not asked yet: it is counted from
 * the first day of the mandate at the earliest, and never due before its occasion.
 */
export function wantedOf(mandate: MandateRule, facts: PersonFacts, today: Day): Wanted[] {
  if (!facts.isActive || (mandate.until !== null && mandate.until <= today)) return [];
  return occasionsOf(mandate, facts)
    .filter(({ until }) => until === null || (until > today && until > mandate.from))
    .filter(({ since }) => mandate.until === null || since < mandate.until)
    .map(({ since, countsFrom }) => ({
      mandateId: mandate.id,
      since,
      dueOn: latest(dueOn(mandate, mandate.anchor === 'fixed' ? countsFrom : latest(countsFrom, mandate.from)), since),
    }));
}

/** Whoever changes from member to chair is not appointed anew: places that follow each other are one. */
function joined(places: readonly HeldPlace[]): { from: Day; until: Day | null }[] {
  const spans: { from: Day; until: Day | null }[] = [];
  for (const { from, until } of places.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = spans.at(-1);
    if (last?.until !== undefined && last.until !== null && last.until >= from) last.until = until;
    else spans.push({ from, until });
  }
  return spans;
}

/** Of who has no term (a co-opted member) the time is counted from the appointment. */
function countedFrom({ anchor, fixedOn }: MandateRule, { from }: { from: Day }, { terms }: PersonFacts): Day {
  if (anchor === 'fixed') return fixedOn!;
  if (anchor === 'appointment') return from;
  const term = terms.find((one) => one.from <= from && (one.until === null || from < one.until));
  if (!term) return from;
  return anchor === 'election' ? term.electedOn : term.from;
}

/** Of two days. */
export const latest = (one: Day, other: Day): Day => (one > other ? one : other);
