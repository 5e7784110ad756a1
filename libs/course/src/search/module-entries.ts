import { Injectable } from '@nestjs/common';
import { type Searchable, SearchEntries } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { CourseVersionEntity } from '../versions/course-version.entity';
import type { CourseEntity } from '../versions/course.entity';
import { LaunchTexts } from './launch-texts';

type Shown = Pick<CourseEntity, 'id' | 'slug' | 'title' | 'summary'> &
  Pick<CourseVersionEntity, 'publishedAt'> & {
    versionId: string;
    tree: CourseVersionEntity['manifest'];
  };

const SHOWN = `
  select c.id, c.slug, c.title, c.summary, v.id as "versionId", v.published_at as "publishedAt", v.manifest as tree
    from course c join course_version v on v.id = c.published_version_id`;

/** For members and testers, to take it; and at the desk, for those who look after it. */
export const MODULE = 'module';
export const DESK_MODULE = 'desk-module';

/** Published modules as they are found: by what they are called, what is said of them, and what their pages say. */
@Injectable()
export class ModuleEntries {
  constructor(
    private readonly entries: SearchEntries,
    private readonly texts: LaunchTexts,
  ) {}

  /** After whatever was done to a course in this transaction: what members see of it is found, and nothing else. */
  async keep(tx: EntityManager, courseId: string): Promise<void> {
    const [shown] = await tx.query<Shown[]>(`${SHOWN} where c.id = $1`, [courseId]);
    if (shown) await this.entries.keepAll(tx, await this.entriesOf(tx, shown));
    else for (const kind of [MODULE, DESK_MODULE]) await this.entries.forget(tx, kind, courseId);
  }

  /** Of every published course, one of each kind. Their courses stay as they are until the transaction ends. */
  async all(tx: EntityManager): Promise<Searchable[]> {
    const rows = await tx.query<Shown[]>(`${SHOWN} order by c.id for share of c`);
    const entries: Searchable[] = [];
    for (const shown of rows) entries.push(...(await this.entriesOf(tx, shown)));
    return entries;
  }

  private async entriesOf(tx: EntityManager, shown: Shown): Promise<Searchable[]> {
    const { id, slug, title, summary, versionId, tree, publishedAt } = shown;
    const entry = { subject: id, language: 'en' as const, title, newAt: publishedAt! };
    const body = `${summary} ${await this.texts.of(tx, versionId, tree)}`.trim();
    return [
      { ...entry, kind: MODULE, audiences: ['member', 'tester'], body, path: `/modules/${slug}` },
      {
        ...entry,
        kind: DESK_MODULE,
        audiences: ['officer', 'administrator'],
        body: summary,
        path: `/admin/modules/${slug}`,
      },
    ];
  }
}
