import { Injectable } from '@nestjs/common';
import type { VersionStanding } from '@induct/course';
import type { PersonCurrent } from '@induct/people';
import { scos } from '@induct/scorm';
import { DataSource } from 'typeorm';

type Officer = Pick<PersonCurrent, 'id' | 'name'>;

@Injectable()
export class FindingChoicesQueries {
  constructor(private readonly source: DataSource) {}

  /** Who can be given a finding. */
  officers(): Promise<Officer[]> {
    return this.source.query<Officer[]>(
      `select p.id, p.name from person_current p join role_held r on r.person_id = p.id and r.role = 'officer'
        order by p.name_folded, p.name, p.id`,
    );
  }

  /** Titles of a version's parts, by id. */
  async parts(versionId: string): Promise<Map<string, string>> {
    const [row] = await this.source.query<Pick<VersionStanding, 'manifest'>[]>(
      'select manifest from version_standing where id = $1',
      [versionId],
    );
    return new Map(row ? scos(row.manifest).map(({ id, title }) => [id, title]) : []);
  }
}
