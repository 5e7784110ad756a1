import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Recorded } from './as-recorded';
import { PERIOD_OF, type Period } from './period';
import { RECORD_OF } from './superseding';

export interface Term extends Period, Recorded {
  id: string;
  personId: string;
  electionId: string;
  division: string;
  recordedBy: string | null;
  /** The row that this one corrects. */
  replaces: string | null;
  supersededBy: string | null;
  reason: string | null;
}

const TERM = `select t.id, t.person_id as "personId", t.election_id as "electionId", t.division, ${PERIOD_OF('t.during')},
  ${RECORD_OF('t')} from term t`;

@Injectable()
export class TermRepository {
  async add(tx: EntityManager, term: Omit<Term, 'supersededAt' | 'supersededBy' | 'reason'>): Promise<void> {
    await tx.query(
      `insert into term (id, person_id, election_id, division, during, takes_office_on, recorded_at, recorded_by, replaces)
       values ($1, $2, $3, $4, daterange($5::date, $6::date), $5::date, $7, $8, $9)`,
      [
        term.id,
        term.personId,
        term.electionId,
        term.division,
        term.from,
        term.until,
        term.recordedAt,
        term.recordedBy,
        term.replaces,
      ],
    );
  }

  async find(tx: EntityManager, id: string): Promise<Term | undefined> {
    const [row] = await tx.query<Term[]>(`${TERM} where t.id = $1`, [id]);
    return row;
  }

  /** What is said today, the oldest first. */
  async ofPerson(tx: EntityManager, personId: string): Promise<Term[]> {
    return tx.query(`${TERM} where t.person_id = $1 and t.superseded_at is null order by t.takes_office_on`, [
      personId,
    ]);
  }
}
