import { onDay, type Period } from '../../council/period';
import type { CouncilNow, Details } from './council-now';
import type { ImportEffect } from './import-effect';
import { replaced, type Seat } from './seat-change';

/** A term of one person. `id` is that of the recorded row; without it, this file brings it. */
export interface Term extends Period {
  id?: string;
  electionId: string;
  division: string;
  replaces?: string;
}

type Placed<T> = T & { personId: string; bodyId: string };

/**
 * The council as it becomes while row after row is looked at. What a row has changed can be taken back, and what is left at the
 * end, beside what was there at first, is everything that is to be written.
 */
export class WorkingCouncil {
  private readonly seats = new Map<string, Map<string, Seat[]>>();
  private readonly terms = new Map<string, Term[]>();
  private readonly details = new Map<string, Details>();
  private readonly people = new Map<string, ImportEffect['newPeople'][number]>();
  private readonly changedDetails = new Set<string>();
  private undo: (() => void)[] = [];

  constructor(private readonly before: CouncilNow) {
    for (const { personId, bodyId, id, capacity, from, until } of before.seats) {
      const own = this.seats.get(personId) ?? new Map<string, Seat[]>();
      own.set(bodyId, [...(own.get(bodyId) ?? []), { id, capacity, from, until }]);
      this.seats.set(personId, own);
    }
    for (const { personId, id, electionId, division, from, until } of before.terms) {
      this.terms.set(personId, [...this.termsOf(personId), { id, electionId, division, from, until }]);
    }
    for (const { id, group, district, division, externalId } of before.people) {
      this.details.set(id, { group, district, division, externalId });
    }
  }

  /** From here on changes can be taken back. */
  mark(): void {
    this.undo = [];
  }

  /** Everything since `mark` is as it was. */
  takeBack(): void {
    for (const step of this.undo.toReversed()) step();
    this.undo = [];
  }

  addPerson(person: ImportEffect['newPeople'][number]): void {
    const { id, group, district, division, externalId } = person;
    this.people.set(id, person);
    this.details.set(id, { group, district, division, externalId });
    this.undo.push(() => {
      this.people.delete(id);
      this.details.delete(id);
    });
  }

  seatsOn(personId: string, bodyId: string): readonly Seat[] {
    return this.seats.get(personId)?.get(bodyId) ?? [];
  }

  bodiesOf(personId: string): string[] {
    return [...(this.seats.get(personId)?.keys() ?? [])];
  }

  setSeats(personId: string, bodyId: string, after: Seat[]): void {
    const own = this.seats.get(personId) ?? new Map<string, Seat[]>();
    this.seats.set(personId, own);
    const earlier = own.get(bodyId);
    own.set(bodyId, after);
    this.undo.push(() => (earlier ? own.set(bodyId, earlier) : own.delete(bodyId)));
  }

  termsOf(personId: string): readonly Term[] {
    return this.terms.get(personId) ?? [];
  }

  setTerms(personId: string, after: Term[]): void {
    const earlier = this.terms.get(personId);
    this.terms.set(personId, after);
    this.undo.push(() => (earlier ? this.terms.set(personId, earlier) : this.terms.delete(personId)));
  }

  detailsOf(personId: string): Details {
    return this.details.get(personId)!;
  }

  setDetails(personId: string, change: Partial<Details>): void {
    const earlier = this.detailsOf(personId);
    this.details.set(personId, { ...earlier, ...change });
    const isFirst = !this.changedDetails.has(personId);
    this.changedDetails.add(personId);
    this.undo.push(() => {
      this.details.set(personId, earlier);
      if (isFirst) this.changedDetails.delete(personId);
    });
  }

  /** Whatever they do for the council ends: their term, and every seat except one they were co-opted to. */
  leaves(personId: string, until: string): void {
    const terms = this.termsOf(personId);
    this.setTerms(
      personId,
      terms.map((term) => (endsBy(term, until) ? { ...withoutId(term), until } : term)),
    );
    for (const bodyId of this.bodiesOf(personId)) this.leavesBody(personId, bodyId, until);
  }

  /** Seats that begin on that day or later stay: somebody decided that. */
  leavesBody(personId: string, bodyId: string, until: string, also: readonly Seat['capacity'][] = []): void {
    const ends = (seat: Seat) => endsBy(seat, until) && (seat.capacity !== 'co_opted' || also.includes('co_opted'));
    const seats = this.seatsOn(personId, bodyId);
    if (!seats.some(ends)) return;
    this.setSeats(
      personId,
      bodyId,
      seats.map((seat) => (ends(seat) ? { ...withoutId(seat), until } : seat)),
    );
  }

  /** Whoever has come into a group or left one has as their group the one they are in today. */
  copyGroups(today: string): void {
    const groups = new Map(this.before.bodies.flatMap(({ id, kind, name }) => (kind === 'group' ? [[id, name]] : [])));
    for (const [personId, own] of this.seats) {
      const theirs = [...own].filter(([bodyId]) => groups.has(bodyId));
      if (theirs.length === 0) continue;
      const here = theirs.find(([, seats]) => seats.some((seat) => onDay(seat, today)));
      const group = here ? groups.get(here[0])! : null;
      if (this.detailsOf(personId).group !== group) this.setDetails(personId, { group });
    }
  }

  effect(): ImportEffect {
    const seats = [...this.seats].flatMap(([personId, own]) =>
      [...own].flatMap(([bodyId, list]) => list.map((seat): Placed<Seat> => ({ ...seat, personId, bodyId }))),
    );
    const terms = [...this.terms].flatMap(([personId, list]) => list.map((term) => ({ ...term, personId })));
    const changed = [...this.changedDetails].filter((id) => !this.people.has(id));
    return {
      newPeople: [...this.people.values()].map((person) => ({ ...person, ...this.detailsOf(person.id) })),
      changedDetails: changed.map((id) => ({ id, ...this.detailsOf(id) })),
      supersededSeats: gone(this.before.seats, seats),
      newSeats: seats.flatMap(({ id, personId, bodyId, capacity, from, until, replaces = null }) =>
        id === undefined ? [{ personId, bodyId, capacity, from, until, replaces }] : [],
      ),
      supersededTerms: gone(this.before.terms, terms),
      newTerms: terms.flatMap(({ id, personId, electionId, division, from, until, replaces = null }) =>
        id === undefined ? [{ personId, electionId, division, from, until, replaces }] : [],
      ),
    };
  }
}

/** Whether it lasts beyond that day and began before it. */
const endsBy = ({ from, until }: Period, day: string): boolean => from < day && (until === null || until > day);

function withoutId<T extends { id?: string; replaces?: string }>(row: T): T {
  const { id: _id, replaces: _replaces, ...rest } = row;
  return { ...rest, ...replaced(row) } as T;
}

function gone(before: readonly { id: string }[], after: readonly { id?: string }[]): string[] {
  const there = new Set(after.map(({ id }) => id));
  return before.map(({ id }) => id).filter((id) => !there.has(id));
}
