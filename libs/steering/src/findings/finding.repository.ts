import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { VersionStanding } from '@induct/course';
import type { Finding } from '../rules/finding';
import { FindingCommentEntity } from '../rules/finding-comment.entity';
import { FindingEntity } from '../rules/finding.entity';
import type { FindingStateFacts } from '../rules/finding.rules';

/** What acts on a finding need to know of it. */
export interface FindingToAct
  extends
    FindingStateFacts,
    Pick<Finding, 'id' | 'courseId' | 'number' | 'roundId' | 'authorId' | 'text' | 'assigneeId'> {
  /** Number of the version it was found in. */
  foundIn: VersionStanding['number'];
}

@Injectable()
export class FindingRepository {
  constructor(private readonly source: DataSource) {}

  async courseOf(id: string): Promise<string | undefined> {
    const [row] = await this.source.query<Pick<FindingEntity, 'courseId'>[]>(
      'select course_id as "courseId" from finding where id = $1',
      [id],
    );
    return row?.courseId;
  }

  async find(tx: EntityManager, id: string): Promise<FindingToAct | undefined> {
    const [finding] = await tx.query<FindingToAct[]>(
      `select f.id, f.course_id as "courseId", f.number, f.round_id as "roundId", v.number as "foundIn",
         f.author_id as "authorId", f.text, f.assignee_id as "assigneeId", f.severity, f.state,
         f.fixed_in_version_id as "fixedInVersionId", f.reason, f.settled_at as "settledAt", f.settled_by as "settledBy"
       from finding f join version_standing v on v.id = f.version_id where f.id = $1`,
      [id],
    );
    return finding;
  }

  /** @returns its number. The course is locked. */
  async add(
    tx: EntityManager,
    finding: Omit<
      Finding,
      'number' | 'state' | 'fixedInVersionId' | 'reason' | 'assigneeId' | 'settledAt' | 'settledBy' | 'updatedAt'
    >,
  ): Promise<number> {
    const [row] = await tx.query<Pick<FindingEntity, 'number'>[]>(
      `insert into finding (id, course_id, number, round_id, version_id, author_id, severity, text, sco, sco_title,
         location, progress, resume, preview_id, log_from, log_to, screenshot_sha256, screenshot_type, created_at,
         updated_at)
       select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
         decode($16, 'hex'), $17, $18, $18
       from finding where course_id = $2
       returning number`,
      [
        finding.id,
        finding.courseId,
        finding.roundId,
        finding.versionId,
        finding.authorId,
        finding.severity,
        finding.text,
        finding.sco,
        finding.scoTitle,
        finding.location,
        finding.progress,
        finding.resume && JSON.stringify(finding.resume),
        finding.previewId,
        finding.logFrom,
        finding.logTo,
        finding.screenshotSha256,
        finding.screenshotType,
        finding.createdAt,
      ],
    );
    return row!.number;
  }

  async put(tx: EntityManager, id: string, standing: FindingStateFacts, at: Date): Promise<void> {
    const { severity, state, fixedInVersionId, reason, settledAt, settledBy } = standing;
    const facts = { severity, state, fixedInVersionId, reason, settledAt, settledBy };
    await tx.update(FindingEntity, id, { ...facts, updatedAt: at });
  }

  async assign(tx: EntityManager, id: string, assigneeId: string | null, at: Date): Promise<void> {
    await tx.update(FindingEntity, id, { assigneeId, updatedAt: at });
  }

  async comment(tx: EntityManager, comment: FindingCommentEntity): Promise<void> {
    await tx.insert(FindingCommentEntity, comment);
  }

  /** Whether somebody opened this preview in this round. */
  async isPreviewOf(tx: EntityManager, previewId: string, roundId: string, personId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select from preview where id = $1 and round_id = $2 and person_id = $3', [
      previewId,
      roundId,
      personId,
    ]);
    return rows.length > 0;
  }
}
