import { Injectable } from '@nestjs/common';
import { type ElectionKind, PERIOD_OF, type Period, TermNotFound } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

/** One thing that was said of a term of office. */
export interface SaidOfTerm extends Period {
  id: string;
  personId: string;
  name: string;
  electionId: string;
  kind: ElectionKind;
  heldOn: Day;
  electionDivision: string | null;
  division: string;
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
  supersededBy: string | null;
  reason: string | null;
}

@Injectable()
export class TermQueries {
  constructor(private readonly source: DataSource) {}

  /** What is said of it now first, then what was said before. @param id of any of them @throws TermNotFound */
  async said(id: string): Promise<[SaidOfTerm, ...SaidOfTerm[]]> {
    const [first, ...before] = await this.source.query<SaidOfTerm[]>(
      `with recursive later as (
         select id, replaces from term_standing where id = $1
         union select n.id, n.replaces from term_standing n join later on n.replaces = later.id
       ), chain as (
         select id, replaces from later
         union select o.id, o.replaces from term_standing o join chain on chain.replaces = o.id
       )
       select t.id, t.person_id as "personId", p.name, t.election_id as "electionId", e.kind, e.held_on::text as "heldOn",
              e.division as "electionDivision", t.division, ${PERIOD_OF('t.during')}, t.recorded_at as "recordedAt",
              r.name as "recordedBy", t.superseded_at as "supersededAt", s.name as "supersededBy", t.reason
         from chain join term_standing t on t.id = chain.id
         join person_current p on p.id = t.person_id
         join election_standing e on e.id = t.election_id
         left join person_current r on r.id = t.recorded_by
         left join person_current s on s.id = t.superseded_by
        order by t.superseded_at desc nulls first, t.recorded_at desc`,
      [id],
    );
    if (!first) throw new TermNotFound();
    return [first, ...before];
  }
}
