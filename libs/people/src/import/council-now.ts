import type { Day } from '@induct/platform';
import type { BodyKind, Capacity, ElectionKind } from '../council/council.words';
import type { Period } from '../council/period';

/** What the council has, as far as a row of a file can be about it. Superseded rows are not in it. */
export interface CouncilNow {
  people: readonly KnownPerson[];
  bodies: readonly KnownBody[];
  seats: readonly KnownSeat[];
  terms: readonly KnownTerm[];
  elections: readonly KnownElection[];
}

/** What of somebody a row may change. */
export interface Details {
  /** Political group: the copy of the group they are in. */
  group: string | null;
  district: string | null;
  division: string | null;
  /** Their number in the council's other system. */
  externalId: string | null;
}

export interface KnownPerson extends Details {
  id: string;
  name: string;
  email: string;
  isActive: boolean;
  isMember: boolean;
}

export interface KnownBody extends Period {
  id: string;
  kind: BodyKind;
  name: string;
  nameCy: string | null;
  externalId: string | null;
}

/** A membership of a body. */
export interface KnownSeat extends Period {
  id: string;
  personId: string;
  bodyId: string;
  capacity: Capacity;
}

/** A term of office: `from` is the day they take it. */
export interface KnownTerm extends Period {
  id: string;
  personId: string;
  electionId: string;
  division: string;
}

export interface KnownElection {
  id: string;
  kind: ElectionKind;
  heldOn: Day;
  /** By-elections only. */
  division: string | null;
}
