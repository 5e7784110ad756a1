import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { VersionPair } from './comparable';
import { compareVersions, type VersionComparison } from './compare-versions';

/** Compares versions of a course with each other. */
@Injectable()
export class Comparisons {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @returns undefined unless both are versions of one course */
  async between(beforeId: string, afterId: string): Promise<VersionComparison | undefined> {
    const [pair] = await this.source.query<VersionPair[]>(PAIR, [beforeId, afterId]);
    return pair && compareVersions(pair);
  }
}

// Of the files only what differs is sent: usually a few of thousands. $1 before, $2 after: ids of versions.
const PAIR = `
  select ${facts('b')} as before, ${facts('a')} as after, f.differences, f.same as "sameFiles"
  from course_version b
  join course_version a on a.id = $2 and a.course_id = b.course_id
  cross join lateral (
    select count(*) filter (where x.sha256 = y.sha256)::int as same,
      coalesce(json_agg(json_build_object('path', path, 'before', encode(x.sha256, 'hex'), 'after', encode(y.sha256, 'hex')))
        filter (where x.sha256 is distinct from y.sha256), '[]') as differences
    from (select path, sha256 from package_file where version_id = $1) x
    full join (select path, sha256 from package_file where version_id = $2) y using (path)
  ) f
  where b.id = $1`;

function facts(version: string): string {
  return `json_build_object('number', ${version}.number, 'tree', ${version}.manifest, 'files', ${version}.file_count,
    'bytes', ${version}.bytes)`;
}
