import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BodyKind } from './council.words';
import { MembershipEntity } from './membership.entity';
import { PERIOD_OF, type Period, rangeOf } from './period';
import { RECORD_OF } from './superseding';

export type Membership = Omit<MembershipEntity, 'during'> & Period;

/** With what it is a membership of. */
export interface MembershipOfPerson extends Membership {
  kind: BodyKind;
  body: string;
}

const MEMBERSHIP = `m.id, m.person_id as "personId", m.body_id as "bodyId", m.capacity, ${PERIOD_OF('m.during')}, ${RECORD_OF('m')}`;

@Injectable()
export class MembershipRepository {
  /** One statement however many. */
  async add(
    tx: EntityManager,
    all: readonly Omit<Membership, 'supersededAt' | 'supersededBy' | 'reason'>[],
  ): Promise<void> {
    const rows = all.map(({ from, until, ...said }) => ({ ...said, during: rangeOf({ from, until }) }));
    await tx.insert(MembershipEntity, rows);
  }

  async find(tx: EntityManager, id: string): Promise<Membership | undefined> {
    const [row] = await tx.query<Membership[]>(`select ${MEMBERSHIP} from membership m where m.id = $1`, [id]);
    return row;
  }

  /** What is said today, the oldest first. */
  async ofPersons(tx: EntityManager, personIds: readonly string[]): Promise<MembershipOfPerson[]> {
    return tx.query<MembershipOfPerson[]>(
      `select ${MEMBERSHIP}, b.kind, b.name as body from membership m join body b on b.id = m.body_id
        where m.person_id = any($1) and m.superseded_at is null order by lower(m.during), b.name`,
      [personIds],
    );
  }
}
