import { randomBytes, randomUUID } from 'node:crypto';
import type { Activity, ActivityTree, Standard } from '@induct/scorm';
import type { DataSource } from 'typeorm';
import { publishedByRows } from './through-the-gate';
import { aPerson, LONG_AGO } from './given-person';

/** An activity tree with these SCOs and nothing special about them. */
export function aTree(scos: Record<string, Partial<Activity>>, standard: Standard = 'scorm_12'): ActivityTree {
  return {
    standard,
    edition: standard === 'scorm_12' ? '1.2' : '3rd',
    title: 'The code of conduct',
    identifier: 'code',
    organizations: 1,
    needsSequencing: false,
    root: {
      id: 'root',
      title: 'The code of conduct',
      visible: true,
      children: Object.entries(scos).map(([id, given]) => ({
        id,
        title: id,
        href: `${id}.html`,
        scormType: 'sco',
        visible: true,
        children: [],
        ...given,
      })),
    },
  };
}

/** Somebody who learns. Of roles nothing here asks. */
export const aMember = (source: DataSource, name = 'Ada Fenwick'): Promise<string> =>
  aPerson(source, { name, roles: [] });

/** A published course in the database, without files. */
export async function aCourse(
  source: DataSource,
  tree: ActivityTree,
): Promise<{ courseId: string; versionId: string }> {
  const courseId = randomUUID();
  await source.query('insert into course (id, slug, title, created_at) values ($1, $2, $3, $4)', [
    courseId,
    `course-${courseId.slice(0, 8)}`,
    tree.title,
    LONG_AGO,
  ]);
  return { courseId, versionId: await aPublishedVersion(source, courseId, tree) };
}

/** Publishes a further version of a course. */
export async function aPublishedVersion(source: DataSource, courseId: string, tree: ActivityTree): Promise<string> {
  const versionId = randomUUID();
  await source.query(
    `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count, bytes,
       package_sha256, uploaded_by, uploaded_at)
     select $1, $2, count(*) + 1, 'draft', $3, $4, $5, $6, $7, 1, 1000, $8, $1, $9 from course_version
     where course_id = $2`,
    [
      versionId,
      courseId,
      randomBytes(16).toString('hex'),
      tree.standard,
      tree.edition,
      tree.title,
      JSON.stringify(tree),
      randomBytes(32),
      LONG_AGO,
    ],
  );
  await publishedByRows(source, { courseId, versionId });
  return versionId;
}
