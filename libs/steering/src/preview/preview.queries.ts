import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CourseCurrent, VersionStanding } from '@induct/course';
import type { ActivityTree } from '@induct/scorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Finding } from '../rules/finding';
import type { Round } from '../rules/round';
import type { PreviewScoEntity } from './preview-sco.entity';
import type { PreviewEntity } from './preview.entity';

/** What opening a preview needs to know; `courseId` is null when the version or the round is not there. */
export interface ToOpen extends Pick<VersionStanding, 'courseId' | 'standard'> {
  tree: ActivityTree;
  isOfficer: boolean;
  /** Of the round that was given. */
  isTester: boolean;
}

/** A preview with all that its player starts from: a row for every SCO that was left somewhere. */
export interface PreviewRow
  extends
    Pick<PreviewEntity, 'id' | 'roundId' | 'journalKey' | 'openedAt' | 'lastSeenAt' | 'currentSco' | 'notice'>,
    Pick<VersionStanding, 'standard' | 'edition'> {
  courseTitle: CourseCurrent['title'];
  courseSlug: CourseCurrent['slug'];
  versionId: VersionStanding['id'];
  versionNumber: VersionStanding['number'];
  versionKey: VersionStanding['key'];
  tree: ActivityTree;
  roundNumber: Round['number'] | null;
  /** The round is open, and the person tests in it. */
  canRecord: boolean;
  sco: string | null;
  final: boolean;
  /** JSON. */
  cmi: string;
}

/** A finding in the panel beside the module. Whose it is stays on the site: a package can read what its player can. */
export interface PanelFinding extends Pick<
  Finding,
  'id' | 'number' | 'severity' | 'state' | 'text' | 'sco' | 'scoTitle' | 'location' | 'progress'
> {
  isSettled: boolean;
  isMine: boolean;
  /** From an earlier round. */
  isCarried: boolean;
  /** The number of the version that is said to mend it. */
  fixedIn: number | null;
}

/** Where a finding was made. */
export type FindingPlace = Pick<Finding, 'number' | 'sco' | 'scoTitle' | 'resume' | 'location'>;

/** What a SCO was left with. */
interface StoredSco extends Pick<PreviewScoEntity, 'final'> {
  /** JSON: characters that PostgreSQL's own JSON does not know survive. */
  cmi: string;
}

@Injectable()
export class PreviewQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Undefined when the version does not exist, or the round is not one on it. */
  async toOpen(
    tx: EntityManager,
    given: { versionId: string; roundId: string | null; personId: string },
  ): Promise<ToOpen | undefined> {
    const [row] = await tx.query<ToOpen[]>(
      `select v.course_id as "courseId", v.standard, v.manifest as tree,
         exists (select from role_held where person_id = $3 and role = 'officer') as "isOfficer",
         exists (select from role_held join test_round_tester t using (person_id)
           where person_id = $3 and role = 'tester' and t.round_id = $2::uuid) as "isTester"
       from version_standing v
       where v.id = $1 and ($2::uuid is null or exists (
         select from test_round r where r.id = $2::uuid and r.version_id = v.id))`,
      [given.versionId, given.roundId, given.personId],
    );
    return row;
  }

  /** When a preview of the person's was last heard of. */
  async lastSeenAt(personId: string): Promise<Date | undefined> {
    const [row] = await this.source.query<[{ at: Date | null }]>(
      'select max(last_seen_at) as at from preview where person_id = $1',
      [personId],
    );
    return row.at ?? undefined;
  }

  async place(tx: EntityManager, findingId: string, courseId: string): Promise<FindingPlace | undefined> {
    const [row] = await tx.query<FindingPlace[]>(
      `select number, sco, sco_title as "scoTitle", resume, location from finding where id = $1 and course_id = $2`,
      [findingId, courseId],
    );
    return row;
  }

  async tree(versionId: string): Promise<ActivityTree> {
    const [row] = await this.source.query<[{ tree: ActivityTree }]>(
      'select manifest as tree from version_standing where id = $1',
      [versionId],
    );
    return row.tree;
  }

  state(previewId: string): Promise<PreviewRow[]> {
    return this.source.query<PreviewRow[]>(
      `select p.id, p.round_id as "roundId", p.journal_key as "journalKey", p.opened_at as "openedAt",
         p.last_seen_at as "lastSeenAt", p.current_sco as "currentSco", p.notice,
         c.title as "courseTitle", c.slug as "courseSlug", v.id as "versionId", v.number as "versionNumber", v.key as "versionKey",
         v.standard, v.edition, v.manifest as tree, r.number as "roundNumber",
         coalesce(r.state = 'open' and t.person_id is not null, false) as "canRecord",
         s.sco, s.final, s.cmi::text as cmi
       from preview p
       join course_current c on c.id = p.course_id
       join version_standing v on v.id = p.version_id
       left join test_round r on r.id = p.round_id
       left join test_round_tester t on t.round_id = p.round_id and t.person_id = p.person_id
       left join preview_sco s on s.preview_id = p.id
       where p.id = $1`,
      [previewId],
    );
  }

  /**
   * What was found in the round, and of earlier ones what is unsettled or said to be mended in the version: testers look
   * whether it is. Blocking first, settled last.
   */
  findings(
    preview: { courseId: string; versionId: string; roundId: string | null; personId: string },
    limit: number,
  ): Promise<PanelFinding[]> {
    return this.source.query<PanelFinding[]>(
      `select f.id, f.number, f.severity, f.state, f.settled_at is not null as "isSettled",
         f.author_id = $3 as "isMine", f.round_id is distinct from $2::uuid as "isCarried", f.text, f.sco,
         f.sco_title as "scoTitle", f.location, f.progress::float8 as progress, v.number as "fixedIn"
       from finding f left join version_standing v on v.id = f.fixed_in_version_id
       where f.course_id = $1 and (f.settled_at is null or f.round_id = $2::uuid or f.fixed_in_version_id = $5)
       order by f.settled_at is not null, array_position(array['blocking', 'should_fix', 'suggestion'], f.severity),
         f.number
       limit $4`,
      [preview.courseId, preview.roundId, preview.personId, limit, preview.versionId],
    );
  }

  async countFindings(previewId: string): Promise<number> {
    const [row] = await this.source.query<[{ count: number }]>(
      'select count(*)::int as count from finding where preview_id = $1',
      [previewId],
    );
    return row.count;
  }

  async sco(previewId: string, sco: string): Promise<StoredSco | undefined> {
    const [row] = await this.source.query<StoredSco[]>(
      'select cmi::text as cmi, final from preview_sco where preview_id = $1 and sco = $2',
      [previewId, sco],
    );
    return row;
  }
}
