import { randomBytes, randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { CourseModule, type RefreshPolicy } from '@induct/course';
import type { Role } from '@induct/people';
import { PlatformModule } from '@induct/platform';
import {
  type ChecklistAnswers,
  Findings,
  GatedPublishing,
  type NewFinding,
  RoundDeadlinesModule,
  Rounds,
  SignOffs,
} from '@induct/steering';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { aTree } from './given-learning';
import { hasOpened } from './through-the-gate';
import { aPerson } from './given-person';

export const DESCRIPTION = { title: 'Golf', summary: 'How to play', minutes: 20, core: false };
export const NO_REFRESH: RefreshPolicy = { policy: 'nothing', changeNote: '', halfWay: 'finish_old' };
/** The usual six lines, all fine. */
export const ALL_FINE: ChecklistAnswers = Object.fromEntries(
  [1, 2, 3, 4, 5, 6].map((line) => [String(line), { answer: 'yes' as const }]),
);
const DAY = 86_400_000;

/** A steering group on a database of its own: courses and previews as rows, everything else through the services. */
export class SteeringGroup {
  readonly rounds: Rounds;
  readonly signOffs: SignOffs;
  readonly findings: Findings;
  readonly publishing: GatedPublishing;

  private constructor(
    readonly database: TestDatabase,
    readonly module: TestingModule,
    readonly clock: FixedClock,
  ) {
    this.rounds = module.get(Rounds);
    this.signOffs = module.get(SignOffs);
    this.findings = module.get(Findings);
    this.publishing = module.get(GatedPublishing);
  }

  static async gather(): Promise<SteeringGroup> {
    const database = await cloneDatabase();
    const clock = new FixedClock();
    const config = testConfig(database.url);
    const module = await Test.createTestingModule({
      imports: [PlatformModule.with(config, database.source, { clock }), CourseModule, RoundDeadlinesModule],
    }).compile();
    await module.init();
    return new SteeringGroup(database, module, clock);
  }

  async leave(): Promise<void> {
    await this.module.close();
    await this.database.drop();
  }

  aPerson(name: string, ...roles: Role[]): Promise<string> {
    return aPerson(this.database.source, { name, roles, since: this.clock.now() });
  }

  async aCourse(): Promise<{ courseId: string; versionId: string }> {
    const courseId = randomUUID();
    await this.database.source.query(`insert into course (id, slug, title, created_at) values ($1, $2, 'Golf', $3)`, [
      courseId,
      `golf-${courseId.slice(0, 8)}`,
      this.clock.now(),
    ]);
    return { courseId, versionId: await this.aVersion(courseId) };
  }

  /** A draft, as an upload leaves it. */
  async aVersion(courseId: string): Promise<string> {
    const id = randomUUID();
    await this.database.source.query(
      `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count,
         bytes, package_sha256, uploaded_by, uploaded_at)
       select $1::uuid, $2, count(*) + 1, 'draft', $1::uuid::text, 'scorm_12', '1.2', 'Golf', $3, 1, 1000, $4, $2, $5
       from course_version where course_id = $2`,
      [id, courseId, JSON.stringify(aTree({ one: {} })), randomBytes(32), this.clock.now()],
    );
    return id;
  }

  /** The rows of a preview in which the module opened. */
  async hasLooked(personId: string, versionId: string, roundId: string, minutes = 20): Promise<string> {
    const id = randomUUID();
    await this.database.source.query(
      `insert into preview (id, version_id, course_id, round_id, person_id, token_hash, journal_key, opened_at,
         live_until, last_seen_at, shown_ms)
       select $1, v.id, v.course_id, $3, $4, $5, '\\x00', $6, $6, $6, $7 from course_version v where v.id = $2`,
      [id, versionId, roundId, personId, randomBytes(32), this.clock.now(), minutes * 60_000],
    );
    await hasOpened(this.database.source, id);
    return id;
  }

  /**
   * Opens a round of a week in which every tester has looked at the version. A round asks for two sign-offs at least: where
   * one is asked for here, a colleague has given the other already.
   */
  async aRound(officer: string, versionId: string, testers: string[], quorum = testers.length): Promise<string> {
    const deadline = new Date(this.clock.now().getTime() + 7 * DAY);
    const colleague = quorum < 2 ? [await this.aPerson('Cole Colleague', 'tester')] : [];
    const { roundId } = await this.rounds.open(officer, {
      versionId,
      testers: [...testers, ...colleague],
      deadline,
      quorum: quorum + colleague.length,
      focus: '',
    });
    for (const tester of [...testers, ...colleague]) await this.hasLooked(tester, versionId, roundId);
    for (const tester of colleague) await this.signOff(roundId, tester);
    return roundId;
  }

  signOff(roundId: string, tester: string): Promise<void> {
    return this.signOffs.signOff(roundId, tester, { checklist: ALL_FINE });
  }

  refuse(roundId: string, tester: string, reason = 'Question 3 is not fair'): Promise<void> {
    return this.signOffs.refuse(roundId, tester, { reason, checklist: ALL_FINE });
  }

  async raise(roundId: string, by: string, finding: Partial<NewFinding> = {}): Promise<string> {
    const given = { roundId, severity: 'blocking' as const, text: 'The third part does not open', ...finding };
    return (await this.findings.raise(by, given)).findingId;
  }

  publish(versionId: string, officer: string): Promise<{ publicationId: string }> {
    return this.publishing.publish(versionId, officer, DESCRIPTION, NO_REFRESH);
  }

  async state(versionId: string): Promise<string> {
    const [version] = await this.database.source.query<{ state: string }[]>(
      'select state from course_version where id = $1',
      [versionId],
    );
    return version!.state;
  }

  /** A person's letters, the oldest first: the clock stands still, so of one moment by the transaction, and the place in it. */
  async letters(personId: string): Promise<{ subject: string; text: string }[]> {
    return this.database.source.query(
      `select m.subject, m.body_text as text from mail m join person p on p.email = m.recipient
       where p.id = $1 order by m.created_at, m.xmin::text::bigint, m.cmin::text::bigint`,
      [personId],
    );
  }

  /** What the audit trail says was done to something. */
  async trail(subjectId: string): Promise<string[]> {
    const rows = await this.database.source.query<{ action: string }[]>(
      'select action from audit_event where subject_id = $1 order by id',
      [subjectId],
    );
    return rows.map(({ action }) => action);
  }
}
