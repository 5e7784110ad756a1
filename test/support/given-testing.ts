import { randomBytes, randomUUID } from 'node:crypto';
import type { ActivityTree } from '@induct/scorm';
import type { ChecklistAnswers, ClosedWhy, Decision, FindingState, Severity } from '@induct/steering';
import type { DataSource } from 'typeorm';
import { aTree } from './given-learning';
import { hasOpened } from './through-the-gate';

const AT = new Date('2026-11-15T09:00:00Z');
export const CHECKLIST = [
  'The content is right and up to date',
  'It is written in plain English',
  'It works by keyboard and with a screen reader',
  'It works on a tablet',
  'It takes the time that is announced',
  'The questions are fair',
].map((text, at) => ({ id: String(at + 1), text }));

interface GivenRound {
  courseId: string;
  versionId: string;
  openedBy: string;
  testers: readonly string[];
  quorum?: number;
  focus?: string;
  deadline?: Date | string;
  openedAt?: Date | string;
}

interface GivenFinding {
  courseId: string;
  roundId: string;
  versionId: string;
  authorId: string;
  severity?: Severity;
  text?: string;
  sco?: string | null;
  scoTitle?: string;
  location?: string;
  progress?: number | null;
  state?: FindingState;
  fixedIn?: string;
  reason?: string;
  assigneeId?: string;
  settledBy?: string;
  previewId?: string;
  log?: [number, number];
  screenshot?: { sha256: string; type: string };
  at?: Date | string;
}

/** The steering group's testing as rows: for tests of pages, which only read them. */
export class GivenTesting {
  constructor(private readonly source: DataSource) {}

  /** A course with a draft, published never. */
  async aCourse(title: string, slug: string, tree?: ActivityTree): Promise<{ courseId: string; versionId: string }> {
    const courseId = randomUUID();
    await this.source.query('insert into course (id, slug, title, minutes, created_at) values ($1, $2, $3, 20, $4)', [
      courseId,
      slug,
      title,
      AT,
    ]);
    return { courseId, versionId: await this.aVersion(courseId, tree) };
  }

  /** The course's next version, a draft. */
  async aVersion(
    courseId: string,
    tree = aTree({ one: { title: 'Before you play' }, two: { title: 'On the green' }, three: { title: 'Questions' } }),
  ): Promise<string> {
    const id = randomUUID();
    await this.source.query(
      `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count,
         bytes, package_sha256, uploaded_by, uploaded_at)
       select $1, $2, count(*) + 1, 'draft', $3, $4, $5, $6, $7, 1, 1000, $8, $1, $9
         from course_version where course_id = $2`,
      [id, courseId, id, tree.standard, tree.edition, tree.title, JSON.stringify(tree), randomBytes(32), AT],
    );
    return id;
  }

  /** Open. */
  async aRound({ testers, openedAt = AT, ...given }: GivenRound): Promise<string> {
    const id = randomUUID();
    await this.source.query(
      `insert into test_round (id, course_id, version_id, package_sha256, number, focus, checklist, quorum, deadline,
         opened_by, opened_at)
       select $1, $2, id, package_sha256, 1 + (select count(*) from test_round where course_id = $2), $4, $5, $6, $7, $8, $9
         from course_version where id = $3`,
      [
        id,
        given.courseId,
        given.versionId,
        given.focus ?? 'The questions in the last part are new: please look at them most.',
        JSON.stringify(CHECKLIST),
        given.quorum ?? 2,
        given.deadline ?? '2026-11-29T17:00:00Z',
        given.openedBy,
        openedAt,
      ],
    );
    await this.source.query(`update course_version set state = 'in_testing' where id = $1`, [given.versionId]);
    await this.source.query(
      'insert into test_round_tester (round_id, person_id, invited_at) select $1, unnest($2::uuid[]), $3',
      [id, testers, openedAt],
    );
    return id;
  }

  /** @param versionState what becomes of the version */
  async closed(
    roundId: string,
    why: ClosedWhy,
    versionState = why === 'quorum' ? 'approved' : 'draft',
    at: Date | string = '2026-11-20T10:00:00Z',
  ): Promise<void> {
    await this.source.query(`update test_round set state = 'closed', closed_why = $2, closed_at = $3 where id = $1`, [
      roundId,
      why,
      at,
    ]);
    await this.source.query(
      'update course_version set state = $2 where id = (select version_id from test_round where id = $1)',
      [roundId, versionState],
    );
  }

  async aPreview(roundId: string, personId: string, seconds = 1260, at = '2026-11-16T10:00:00Z'): Promise<string> {
    const id = randomUUID();
    await this.source.query(
      `insert into preview (id, version_id, course_id, round_id, person_id, token_hash, journal_key, opened_at, live_until,
         last_seen_at, shown_ms)
       select $1, version_id, course_id, id, $3, $4, $5, $6, $6, $6, $7 from test_round where id = $2`,
      [id, roundId, personId, randomBytes(32), randomBytes(32), at, seconds * 1000],
    );
    await hasOpened(this.source, id);
    return id;
  }

  /** @param calls [call, element, value, answer, error] */
  async aLog(previewId: string, sco: string, calls: readonly [string, string, string, string, string][]) {
    await this.source.query(
      `insert into preview_call (preview_id, n, sco, at_ms, call, element, value, answer, error)
       select $1, c.n, $2, c.n * 700, c.call, c.element, c.value, c.answer, c.error
         from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
              with ordinality as c (call, element, value, answer, error, n)`,
      [previewId, sco, ...[0, 1, 2, 3, 4].map((column) => calls.map((call) => call[column]))],
    );
  }

  /** By somebody who has looked. Who signs off answers every line with yes, who refuses with no. @param but other answers, by the item's id */
  async aSignOff(
    roundId: string,
    personId: string,
    decision: Decision,
    reason = '',
    but: ChecklistAnswers = {},
  ): Promise<void> {
    const answer = { answer: decision === 'refused' ? 'no' : 'yes', note: reason };
    const checklist = { ...Object.fromEntries(CHECKLIST.map(({ id }) => [id, answer])), ...but };
    if (!(await this.hasPreview(roundId, personId))) await this.aPreview(roundId, personId);
    await this.source.query(
      `insert into sign_off (round_id, person_id, decision, reason, checklist, preview_seconds, package_sha256, at)
       select id, $2, $3, $4, $5, 1260, package_sha256, '2026-11-18T16:00:00Z' from test_round where id = $1`,
      [roundId, personId, decision, reason, JSON.stringify(checklist)],
    );
  }

  private async hasPreview(roundId: string, personId: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      'select from preview p join test_round r on r.version_id = p.version_id where r.id = $1 and p.person_id = $2 limit 1',
      [roundId, personId],
    );
    return rows.length > 0;
  }

  async aFinding(given: GivenFinding): Promise<string> {
    const id = randomUUID();
    const at = given.at ?? '2026-11-17T11:00:00Z';
    await this.source.query(
      `insert into finding (id, course_id, number, round_id, version_id, author_id, severity, text, sco, sco_title,
         location, progress, preview_id, log_from, log_to, screenshot_sha256, screenshot_type, state,
         fixed_in_version_id, reason, assignee_id, settled_at, settled_by, created_at, updated_at)
       select $1, $2, 1 + (select count(*) from finding where course_id = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
              $13, $14, decode($15, 'hex'), $16, $17, $18, $19, $20, case when $21::uuid is null then null else $22::timestamptz end,
              $21, $22, $22`,
      [
        id,
        given.courseId,
        given.roundId,
        given.versionId,
        given.authorId,
        given.severity ?? 'should_fix',
        given.text ?? 'The date of the code is that of the old one.',
        given.sco === undefined ? 'two' : given.sco,
        given.scoTitle ?? 'On the green',
        given.location ?? 'page-3',
        given.progress === undefined ? 0.45 : given.progress,
        given.previewId ?? null,
        given.log?.[0] ?? null,
        given.log?.[1] ?? null,
        given.screenshot?.sha256 ?? null,
        given.screenshot?.type ?? null,
        given.state ?? 'open',
        given.fixedIn ?? null,
        given.reason ?? '',
        given.assigneeId ?? null,
        given.settledBy ?? null,
        at,
      ],
    );
    return id;
  }

  async aComment(findingId: string, authorId: string, text: string, change: object | null = null): Promise<void> {
    await this.source.query(
      `insert into finding_comment (id, finding_id, author_id, text, change, at)
       values ($1, $2, $3, $4, $5, '2026-11-18T09:30:00Z'::timestamptz
               + (select count(*) from finding_comment where finding_id = $2) * interval '1 hour')`,
      [randomUUID(), findingId, authorId, text, change && JSON.stringify(change)],
    );
  }

  /** @param sha256 of the PDF; null: it is being made */
  async aReport(roundId: string, sha256: string | null): Promise<void> {
    await this.source.query(
      `insert into round_report (round_id, wanted_at, sha256, bytes, made_at, made_of)
       values ($1, $2, decode($3, 'hex'), $4, $5, $6)`,
      [roundId, AT, sha256, ...(sha256 === null ? [null, null, null] : [84_000, AT, 1])],
    );
  }

  /** @param confirmedBy null: it waits */
  async anOverride(
    about: { courseId: string; versionId: string },
    proposedBy: string,
    confirmedBy: string | null,
    at: Date | string = '2026-11-19T08:00:00Z',
  ): Promise<string> {
    const id = randomUUID();
    await this.source.query(
      `insert into publish_override (id, version_id, course_id, proposed_by, reason, proposed_at, confirmed_by, confirmed_at)
       values ($1, $2, $3, $4, 'The regulations changed on Monday: the old text tells members something unlawful.', $5,
               $6, case when $6::uuid is null then null else $5::timestamptz + interval '2 hours' end)`,
      [id, about.versionId, about.courseId, proposedBy, at, confirmedBy],
    );
    return id;
  }
}
