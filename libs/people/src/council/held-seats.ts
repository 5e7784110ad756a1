import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { BodyKind, Capacity, ElectionKind } from './council.words';
import { PERIOD_OF, type Period } from './period';

export interface HeldTerm extends Period {
  id: string;
  division: string;
  kind: ElectionKind;
  heldOn: Day;
}

export interface HeldMembership extends Period {
  id: string;
  bodyId: string;
  body: string;
  kind: BodyKind;
  capacity: Capacity;
}

/** What somebody was and is on the council, as it is recorded now. */
@Injectable()
export class HeldSeats {
  constructor(private readonly source: DataSource) {}

  /** The newest first. */
  async ofPerson(personId: string): Promise<{ terms: HeldTerm[]; memberships: HeldMembership[] }> {
    const [terms, memberships] = await Promise.all([
      this.source.query<HeldTerm[]>(
        `select t.id, t.division, e.kind, e.held_on::text as "heldOn", ${PERIOD_OF('t.during')}
           from term t join election e on e.id = t.election_id
          where t.person_id = $1 and t.superseded_at is null order by t.takes_office_on desc`,
        [personId],
      ),
      this.source.query<HeldMembership[]>(
        `select m.id, m.body_id as "bodyId", b.name as body, b.kind, m.capacity, ${PERIOD_OF('m.during')}
           from membership m join body b on b.id = m.body_id
          where m.person_id = $1 and m.superseded_at is null
          order by upper_inf(m.during) desc, lower(m.during) desc, fold_name(b.name)`,
        [personId],
      ),
    ]);
    return { terms, memberships };
  }
}
