import { Injectable } from '@nestjs/common';
import type { CourseCurrent, VersionStanding } from '@induct/course';
import { DataSource, type EntityManager } from 'typeorm';
import type { Finding } from '../rules/finding';
import type { BlockingAtGate, RoundAtGate, VersionAtGate } from '../rules/gate.rules';
import type { Round } from '../rules/round';

type VersionOfCourse = VersionAtGate & Pick<VersionStanding, 'courseId'>;
type Called = Pick<CourseCurrent, 'slug' | 'title'>;

interface LastRound extends Pick<
  Round,
  'id' | 'versionId' | 'number' | 'state' | 'quorum' | 'deadline' | 'packageSha256'
> {
  testers: number;
  /** Bytes of each sign-off, in hex; refusals do not count. */
  signed: string[];
}

type ToConfirm = Pick<Finding, 'id' | 'number' | 'authorId' | 'text'>;

/** What the gate looks at. */
@Injectable()
export class GateQueries {
  constructor(private readonly source: DataSource) {}

  /** The last round on each version of a course, by version. */
  async lastRounds(courseId: string, tx: EntityManager = this.source.manager): Promise<Map<string, RoundAtGate>> {
    const rows = await tx.query<LastRound[]>(
      `select distinct on (r.version_id) r.id, r.version_id as "versionId", r.number, r.state, r.quorum, r.deadline,
         r.package_sha256 as "packageSha256",
         (select count(*) from test_round_tester t where t.round_id = r.id)::int as testers,
         array(select encode(s.package_sha256, 'hex') from sign_off s
               where s.round_id = r.id and s.decision = 'signed_off') as signed
       from test_round r where r.course_id = $1 order by r.version_id, r.number desc`,
      [courseId],
    );
    return new Map(
      rows.map(({ versionId, signed, ...round }) => [
        versionId,
        {
          ...round,
          signOffs: signed.map((hex) => ({ decision: 'signed_off', packageSha256: Buffer.from(hex, 'hex') })),
        },
      ]),
    );
  }

  /** The course's blocking findings, settled ones too. */
  blocking(courseId: string, tx: EntityManager = this.source.manager): Promise<BlockingAtGate[]> {
    return tx.query<BlockingAtGate[]>(
      `select f.id, f.number, found.number as "foundIn", fixed.number as "fixedIn", f.settled_at is not null as settled
       from finding f
       join version_standing found on found.id = f.version_id
       left join version_standing fixed on fixed.id = f.fixed_in_version_id
       where f.course_id = $1 and f.severity = 'blocking' order by f.number`,
      [courseId],
    );
  }

  /** Marked as fixed in a version, and not confirmed yet: a blocking one is settled by a confirmation only. */
  toConfirm(versionId: string, tx: EntityManager): Promise<ToConfirm[]> {
    return tx.query<ToConfirm[]>(
      `select id, number, author_id as "authorId", text from finding
       where fixed_in_version_id = $1 and state = 'fixed' and settled_by is distinct from author_id
         and (settled_at is null or severity <> 'blocking')
       order by number`,
      [versionId],
    );
  }

  /** Without a lock: for pages. */
  async version(id: string): Promise<VersionOfCourse | undefined> {
    const [version] = await this.source.query<VersionOfCourse[]>(
      `select id, course_id as "courseId", number, state, package_sha256 as "packageSha256"
       from version_standing where id = $1`,
      [id],
    );
    return version;
  }

  /** How the course is called. */
  async course(courseId: string, tx: EntityManager = this.source.manager): Promise<Called> {
    const [course] = await tx.query<Called[]>('select slug, title from course_current where id = $1', [courseId]);
    return course!;
  }
}
