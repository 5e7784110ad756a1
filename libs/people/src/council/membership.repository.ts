import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Recorded } from './as-recorded';
import type { BodyKind, Capacity } from './council.words';
import { PERIOD_OF, type Period } from './period';
import { RECORD_OF } from './superseding';

export interface Membership extends Period, Recorded {
  id: string;
  personId: string;
  bodyId: string;
  capacity: Capacity;
  recordedBy: string | null;
  /** The row that this one corrects. */
  replaces: string | null;
  supersededBy: string | null;
  reason: string | null;
}

/** With what it is a membership of. */
export interface MembershipOfPerson extends Membership {
  kind: BodyKind;
  body: string;
}

const MEMBERSHIP = `m.id, m.person_id as "personId", m.body_id as "bodyId", m.capacity, ${PERIOD_OF('m.during')}, ${RECORD_OF('m')}`;

@Injectable()
export class MembershipRepository {
  async add(tx: EntityManager, one: Omit<Membership, 'supersededAt' | 'supersededBy' | 'reason'>): Promise<void> {
    await tx.query(
      `insert into membership (id, person_id, body_id, capacity, during, recorded_at, recorded_by, replaces)
       values ($1, $2, $3, $4, daterange($5::date, $6::date), $7, $8, $9)`,
      [
        one.id,
        one.personId,
        one.bodyId,
        one.capacity,
        one.from,
        one.until,
        one.recordedAt,
        one.recordedBy,
        one.replaces,
      ],
    );
  }

  async find(tx: EntityManager, id: string): Promise<Membership | undefined> {
    const [row] = await tx.query<Membership[]>(`select ${MEMBERSHIP} from membership m where m.id = $1`, [id]);
    return row;
  }

  /** What is said today, the oldest first. */
  async ofPerson(tx: EntityManager, personId: string): Promise<MembershipOfPerson[]> {
    return tx.query(
      `select ${MEMBERSHIP}, b.kind, b.name as body from membership m join body b on b.id = m.body_id
        where m.person_id = $1 and m.superseded_at is null order by lower(m.during), b.name`,
      [personId],
    );
  }
}
