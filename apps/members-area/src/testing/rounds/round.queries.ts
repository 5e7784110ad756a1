import { Injectable } from '@nestjs/common';
import type { VersionStanding } from '@induct/course';
import type { PersonCurrent } from '@induct/people';
import { scos } from '@induct/scorm';
import { DataSource } from 'typeorm';

/** What the page of an open round needs beside the round itself. */
export interface RoundChoices {
  /** Parts of the version in order. */
  parts: { id: string; title: string }[];
  /** Testers of the council who are not in the round. */
  others: Pick<PersonCurrent, 'id' | 'name'>[];
}

type ChoicesRow = Pick<VersionStanding, 'manifest'> & Pick<RoundChoices, 'others'>;

@Injectable()
export class RoundChoicesQueries {
  constructor(private readonly source: DataSource) {}

  async of(roundId: string): Promise<RoundChoices> {
    const [row] = await this.source.query<ChoicesRow[]>(
      `select v.manifest,
              coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name_folded, p.name, p.id)
                          from person_current p join role_held x on x.person_id = p.id and x.role = 'tester'
                         where p.id <> r.opened_by and not exists (
                           select from round_tester t where t.round_id = r.id and t.person_id = p.id)), '[]') as others
         from round_standing r join version_standing v on v.id = r.version_id
        where r.id = $1`,
      [roundId],
    );
    if (!row) return { parts: [], others: [] };
    return { parts: scos(row.manifest).map(({ id, title }) => ({ id, title })), others: row.others };
  }
}
