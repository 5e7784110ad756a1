import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PERIOD_OF, type Period, rangeOf } from './period';
import { RECORD_OF } from './superseding';
import { TermEntity } from './term.entity';

export type Term = Omit<TermEntity, 'during' | 'takesOfficeOn'> & Period;

const TERM = `select t.id, t.person_id as "personId", t.election_id as "electionId", t.division, ${PERIOD_OF('t.during')},
  ${RECORD_OF('t')} from term t`;

@Injectable()
export class TermRepository {
  /** One statement however many. */
  async add(tx: EntityManager, all: readonly Omit<Term, 'supersededAt' | 'supersededBy' | 'reason'>[]): Promise<void> {
    const rows = all.map(({ from, until, ...said }) => ({
      ...said,
      during: rangeOf({ from, until }),
      takesOfficeOn: from,
    }));
    await tx.insert(TermEntity, rows);
  }

  async find(tx: EntityManager, id: string): Promise<Term | undefined> {
    const [row] = await tx.query<Term[]>(`${TERM} where t.id = $1`, [id]);
    return row;
  }

  /** What is said today of a division, written exactly so. */
  async ofDivision(tx: EntityManager, division: string): Promise<Term[]> {
    return tx.query<Term[]>(`${TERM} where t.division = $1 and t.superseded_at is null order by t.id`, [division]);
  }

  /** What is said today, the oldest first. */
  async ofPersons(tx: EntityManager, personIds: readonly string[]): Promise<Term[]> {
    return tx.query<Term[]>(
      `${TERM} where t.person_id = any($1) and t.superseded_at is null order by t.takes_office_on`,
      [personIds],
    );
  }
}
