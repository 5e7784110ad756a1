import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@induct/people';
import type { DataSource } from 'typeorm';
import { aPerson } from './given-person';

/** A further version of a course, with the files of the one before, that is being tested. */
export async function aVersionUnderTest(
  source: DataSource,
  versionId: string,
): Promise<{ versionId: string; key: string }> {
  const [id, key] = [randomUUID(), randomBytes(16).toString('hex')];
  await source.query(
    `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count, bytes,
       package_sha256, uploaded_by, uploaded_at)
     select $2, v.course_id, 1 + (select max(number) from course_version where course_id = v.course_id), 'in_testing', $3,
       v.standard, v.edition, v.title, v.manifest, v.file_count, v.bytes, $4, v.uploaded_by, v.uploaded_at
     from course_version v where v.id = $1`,
    [versionId, id, key, randomBytes(32)],
  );
  await source.query(
    `insert into package_file (version_id, path, sha256, bytes, content_type, gzip_bytes)
     select $2, path, sha256, bytes, content_type, gzip_bytes from package_file where version_id = $1`,
    [versionId, id],
  );
  return { versionId: id, key };
}

/** A round on a version that closes in a week, as rows. */
export async function anOpenRound(
  source: DataSource,
  { versionId, testers, at = new Date() }: { versionId: string; testers: string[]; at?: Date },
): Promise<string> {
  const roundId = randomUUID();
  await source.query(
    `insert into test_round (id, course_id, version_id, package_sha256, number, focus, checklist, quorum, deadline,
       opened_by, opened_at)
     select $1, v.course_id, v.id, v.package_sha256,
       1 + (select coalesce(max(number), 0) from test_round where course_id = v.course_id), 'Everything',
       '[{"id": "content", "text": "The content is right and up to date"}]', 2, $3::timestamptz + interval '7 days',
       v.uploaded_by, $3
     from course_version v where v.id = $2`,
    [roundId, versionId, at],
  );
  await source.query(
    'insert into test_round_tester (round_id, person_id, invited_at) select $1, unnest($2::uuid[]), $3',
    [roundId, testers, at],
  );
  return roundId;
}

/** Somebody with these roles, who has had them for long. */
export const aPersonWho = (source: DataSource, ...roles: Role[]): Promise<string> =>
  aPerson(source, { name: 'Tess Tester', roles });
