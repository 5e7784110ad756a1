import { Injectable } from '@nestjs/common';
import { ElectionNotFound, type ElectionKind, PERIOD_OF, type Period } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

export interface ElectionRow {
  id: string;
  kind: ElectionKind;
  heldOn: Day;
  division: string | null;
  elected: number;
  /** Taken back, with the reason. */
  isWithdrawn: boolean;
  reason: string | null;
}

export interface ElectedRow extends Period {
  id: string;
  personId: string;
  name: string;
  division: string;
  wasPutRight: boolean;
}

const ELECTION = `
  select e.id, e.kind, e.held_on::text as "heldOn", e.division, e.superseded_at is not null as "isWithdrawn", e.reason,
         (select count(*)::int from term_standing t where t.election_id = e.id and t.superseded_at is null) as elected
    from election_standing e`;

@Injectable()
export class ElectionQueries {
  constructor(private readonly source: DataSource) {}

  /** The newest first; without those that were taken back. */
  async list(limit: number, offset: number): Promise<{ rows: ElectionRow[]; total: number }> {
    const [rows, [counted]] = await Promise.all([
      this.source.query<ElectionRow[]>(
        `${ELECTION} where e.superseded_at is null order by e.held_on desc, e.division, e.id limit $1 offset $2`,
        [limit, offset],
      ),
      this.source.query<{ total: number }[]>(
        'select count(*)::int as total from election_standing where superseded_at is null',
      ),
    ]);
    return { rows, total: counted!.total };
  }

  /** @throws ElectionNotFound */
  async find(id: string): Promise<ElectionRow> {
    const [row] = await this.source.query<ElectionRow[]>(`${ELECTION} where e.id = $1`, [id]);
    if (!row) throw new ElectionNotFound();
    return row;
  }

  /** Who was elected in it, by division. */
  elected(electionId: string): Promise<ElectedRow[]> {
    return this.source.query<ElectedRow[]>(
      `select t.id, t.person_id as "personId", p.name, t.division, ${PERIOD_OF('t.during')},
              t.replaces is not null as "wasPutRight"
         from term_standing t join person_current p on p.id = t.person_id
        where t.election_id = $1 and t.superseded_at is null
        order by fold_name(t.division), p.name_folded, t.id`,
      [electionId],
    );
  }
}
