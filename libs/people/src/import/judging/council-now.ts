import type { BodyEntity } from '../../council/body.entity';
import type { ElectionEntity } from '../../council/election.entity';
import type { MembershipEntity } from '../../council/membership.entity';
import type { Period } from '../../council/period';
import type { TermEntity } from '../../council/term.entity';

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
  isChampion: boolean;
}

export type KnownBody = Period & Pick<BodyEntity, 'id' | 'kind' | 'name' | 'nameCy' | 'externalId'>;

/** A membership of a body. */
export type KnownSeat = Period & Pick<MembershipEntity, 'id' | 'personId' | 'bodyId' | 'capacity'>;

/** A term of office: `from` is the day they take it. */
export type KnownTerm = Period & Pick<TermEntity, 'id' | 'personId' | 'electionId' | 'division'>;

export type KnownElection = Pick<ElectionEntity, 'id' | 'kind' | 'heldOn' | 'division'>;
