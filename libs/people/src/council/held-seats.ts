import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BodyEntity } from './body.entity';
import type { ElectionEntity } from './election.entity';
import type { MembershipEntity } from './membership.entity';
import { PERIOD_OF, type Period } from './period';
import type { TermEntity } from './term.entity';

export type HeldTerm = Pick<TermEntity, 'id' | 'division'> & Pick<ElectionEntity, 'kind' | 'heldOn'> & Period;

export type HeldMembership = Pick<MembershipEntity, 'id' | 'bodyId' | 'capacity'> &
  Pick<BodyEntity, 'kind' | 'nameCy'> & { body: string } & Period;

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
        `select m.id, m.body_id as "bodyId", b.name as body, b.name_cy as "nameCy", b.kind, m.capacity, ${PERIOD_OF('m.during')}
           from membership m join body b on b.id = m.body_id
          where m.person_id = $1 and m.superseded_at is null
          order by upper_inf(m.during) desc, lower(m.during) desc, fold_name(b.name)`,
        [personId],
      ),
    ]);
    return { terms, memberships };
  }
}
