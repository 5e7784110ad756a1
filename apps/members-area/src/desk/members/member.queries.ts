import { Injectable } from '@nestjs/common';
import type { CertificateStanding } from '@induct/accreditation';
import type { CourseCurrent } from '@induct/course';
import type { BodyStanding, PersonCurrent } from '@induct/people';
import type { Day } from '@induct/platform';
import type { AttemptStanding, DoubtStanding } from '@induct/progress';
import type { ActivityTree } from '@induct/scorm';
import { DataSource } from 'typeorm';
import { type Result, retakeSql, SCORE_SQL } from '../progress/standing';

export interface Member extends Pick<PersonCurrent, 'id' | 'name' | 'email' | 'district' | 'division'> {
  group: PersonCurrent['politicalGroup'];
}

/** One member and one module that is published or was begun. */
export interface MemberModule extends Result, Pick<CourseCurrent, 'title' | 'core'> {
  courseId: string;
  /** Number of the version members see now; null when it is no longer published. */
  published: number | null;
  learningSeconds: number | null;
  startedAt: Date | null;
  attempts: MemberAttempt[];
  /** Outline of the last attempt's version, and what its parts reported. */
  outline: ActivityTree | null;
  parts: Record<string, { completion?: string; success?: string }>;
}

export interface MemberAttempt
  extends Result, Pick<AttemptStanding, 'id' | 'number' | 'learningSeconds' | 'timeMeasured' | 'startedAt'> {
  version: number | null;
  /** What makes its completion hard to believe; null when nothing does. */
  doubts: DoubtStanding['doubts'] | null;
  /** What an officer said of that; null until somebody has looked. */
  look: { counts: boolean; by: string; at: string; words: string } | null;
}

export type MemberCertificate = Pick<CertificateStanding, 'number' | 'state' | 'issuedAt' | 'validUntil'>;

@Injectable()
export class MemberQueries {
  constructor(private readonly source: DataSource) {}

  async find(id: string): Promise<Member | undefined> {
    const [member] = await this.source.query<Member[]>(
      `select p.id, p.name, p.email, p.political_group as "group", p.district, p.division
         from person_current p
        where p.id = $1
          and (exists (select 1 from role_held r where r.person_id = p.id and r.role = 'member')
               or exists (select 1 from registration_standing r where r.person_id = p.id))`,
      [id],
    );
    return member;
  }

  /** Of a political group that there is on a day. */
  async colourOf(group: string | null, day: Day): Promise<BodyStanding['colour']> {
    if (group === null) return null;
    const [found] = await this.source.query<Pick<BodyStanding, 'colour'>[]>(
      `select colour from body_standing where kind = 'group' and name = $1 and during @> $2::date`,
      [group, day],
    );
    return found?.colour ?? null;
  }

  async titleOfCourse(id: string): Promise<CourseCurrent['title'] | undefined> {
    const [course] = await this.source.query<Pick<CourseCurrent, 'title'>[]>(
      'select title from course_current where id = $1',
      [id],
    );
    return course?.title;
  }

  /** @param today the day in London */
  async modules(personId: string, today: Day): Promise<MemberModule[]> {
    const [modules, attempts] = await Promise.all([
      this.source.query<Omit<MemberModule, 'attempts'>[]>(
        `select c.id as "courseId", c.title, c.core, v.number as published,
                r.completion, r.success, ${SCORE_SQL} as score, r.progress::float8 as progress,
                r.learning_seconds as "learningSeconds", r.started_at as "startedAt",
                r.recorded_at as "recordedAt", r.completed_at as "completedAt", av.manifest as outline,
                ${retakeSql('$2')} as retake,
                coalesce((select json_object_agg(s.sco, s.result) from part_result s where s.attempt_id = a.id), '{}')
                  as parts
           from course_current c
           left join version_standing v on v.id = c.published_version_id
           left join registration_standing r on r.course_id = c.id and r.person_id = $1
           left join lateral (
             select id, version_id from attempt_standing where registration_id = r.id order by number desc limit 1
           ) a on true
           left join version_standing av on av.id = a.version_id
           left join (
             select course_id, min(due_on) as due_on from retake_due where person_id = $1 group by course_id
           ) d on d.course_id = c.id and c.published_version_id is not null
          where c.published_version_id is not null or r.id is not null
          order by c.core desc, c.title, c.id`,
        [personId, today],
      ),
      this.source.query<(MemberAttempt & Pick<MemberModule, 'courseId'>)[]>(
        `select r.course_id as "courseId", a.number, v.number as version, a.completion, a.success,
                a.score::float8 as score, a.progress::float8 as progress, a.learning_seconds as "learningSeconds",
                a.time_measured as "timeMeasured",
                a.started_at as "startedAt", a.recorded_at as "recordedAt", a.completed_at as "completedAt", a.id, d.doubts,
                case when d.counts is not null then json_build_object('counts', d.counts, 'at', d.looked_at,
                  'words', d.words, 'by', (select name from person_current where id = d.looked_by)) end as look
           from registration_standing r
           join attempt_standing a on a.registration_id = r.id
           left join doubt_standing d on d.attempt_id = a.id
           left join version_standing v on v.id = a.version_id
          where r.person_id = $1
          order by a.number desc`,
        [personId],
      ),
    ]);
    return modules.map((module) => ({
      ...module,
      attempts: attempts.filter(({ courseId }) => courseId === module.courseId),
    }));
  }

  /** The newest first. */
  certificates(personId: string): Promise<MemberCertificate[]> {
    return this.source.query<MemberCertificate[]>(
      `select c.number, c.state, c.issued_at as "issuedAt", c.valid_until::text as "validUntil"
         from certificate_standing c
        where c.person_id = $1
        order by c.issued_at desc, c.id`,
      [personId],
    );
  }
}
