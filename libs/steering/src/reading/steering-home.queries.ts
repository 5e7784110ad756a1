import { Injectable } from '@nestjs/common';
import type { Role } from '@induct/people';
import { Clock, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { OverrideRow, ReadyVersion, Waiting } from './steering.rows';

/** How many of a kind are listed as waiting. */
const MOST = 10;
/** A deadline within this time is near. */
const NEAR_MS = 3 * 24 * 60 * 60 * 1000;
const TEXT = 160;

/** `$1` the person, `$2` whether a tester, `$3` whether an officer, `$4` until when a deadline is near. */
const WAITING = `
  select 'deadline' as kind, r.course_id, r.version_id, r.id, r.quorum - s.signed as number, '' as text, r.deadline as due
    from test_round r
    cross join lateral (
      select count(*)::int as signed from sign_off
       where round_id = r.id and decision = 'signed_off' and package_sha256 = r.package_sha256) s
   where $3 and r.state = 'open' and r.deadline < $4 and s.signed < r.quorum
  union all
  select 'override', course_id, version_id, id, 1, left(reason, ${TEXT}), null
    from publish_override
   where $3 and confirmed_at is null and withdrawn_at is null and proposed_by <> $1
  union all
  select 'confirm', f.course_id, f.version_id, f.id, f.number, left(f.text, ${TEXT}), null
    from finding f
   where $2 and f.settled_at is null and f.state in ('fixed', 'will_not_fix') and (f.author_id = $1 or exists (
           select from test_round r
             join test_round_tester t on t.round_id = r.id and t.person_id = $1
            where r.course_id = f.course_id
              and r.number = (select max(number) from test_round where course_id = f.course_id)
              and not exists (select from test_round_tester a where a.round_id = r.id and a.person_id = f.author_id)))
  union all
  select case when p.began then 'sign_off' else 'preview' end, r.course_id, r.version_id, r.id, r.number, '', r.deadline
    from test_round_tester t
    join test_round r on r.id = t.round_id and r.state = 'open'
    cross join lateral (
      select exists (select from preview where person_id = $1 and version_id = r.version_id) as began) p
   where $2 and t.person_id = $1 and t.could_not_finish_at is null
     and not exists (select from sign_off s where s.round_id = r.id and s.person_id = $1)
  union all
  select 'assigned', course_id, version_id, id, number, left(text, ${TEXT}), null
    from finding
   where settled_at is null and assignee_id = $1 and state in ('open', 'answered')
  union all
  select 'unanswered', f.course_id, n.version_id, n.id, f.count, '', null
    from (select course_id, count(*)::int as count from finding
           where $3 and settled_at is null and state = 'open' and assignee_id is null group by 1) f
    join lateral (
      select id, version_id from test_round where course_id = f.course_id order by number desc limit 1) n on true`;

/** What the steering group's home shows beside the rounds. Reads only. */
@Injectable()
export class SteeringHomeQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What waits for somebody, kind by kind, what is due first. */
  waiting(personId: string, roles: readonly Role[]): Promise<Waiting[]> {
    const near = new Date(this.clock.now().getTime() + NEAR_MS);
    return planned(
      this.source,
      'what waits for somebody',
      `select w.kind, c.title as "courseTitle", c.slug as "courseSlug", v.number as "versionNumber", w.id, w.number,
              w.text, w.due, w.total
         from (select *, (count(*) over (partition by kind))::int as total,
                      row_number() over (partition by kind order by due, number, id) as place
                 from (${WAITING}) every) w
         join course_current c on c.id = w.course_id
         join version_standing v on v.id = w.version_id
        where w.place <= ${MOST}
        order by array_position(
                   array['deadline', 'override', 'confirm', 'preview', 'sign_off', 'assigned', 'unanswered'], w.kind),
                 w.place`,
      [personId, roles.includes('tester'), roles.includes('officer'), near],
    );
  }

  /** Overrides in force: until a later round on the course closes with its quorum. */
  overrides(): Promise<OverrideRow[]> {
    return planned(
      this.source,
      'overrides in force',
      `select o.id, c.id as "courseId", c.slug as "courseSlug", c.title as "courseTitle", v.id as "versionId",
              v.number as "versionNumber", o.proposed_by as "proposedBy", coalesce(p.name, '') as "proposedByName",
              o.reason, o.proposed_at as "proposedAt", o.confirmed_by as "confirmedBy", q.name as "confirmedByName",
              o.confirmed_at as "confirmedAt"
         from override_standing o
         join course_current c on c.id = o.course_id
         join version_standing v on v.id = o.version_id
         left join person_current p on p.id = o.proposed_by
         left join person_current q on q.id = o.confirmed_by
        where o.in_force
        order by o.confirmed_at desc, o.id
        limit 20`,
    );
  }

  /** Approved and not published yet, the longest waiting first. */
  ready(): Promise<ReadyVersion[]> {
    return planned(
      this.source,
      'versions ready to publish',
      `select c.id as "courseId", c.slug as "courseSlug", c.title as "courseTitle", v.id as "versionId",
              v.number as "versionNumber", r.id as "roundId", r.number as "roundNumber", r.closed_at as "closedAt"
         from version_standing v
         join course_current c on c.id = v.course_id
         join lateral (
           select id, number, closed_at from test_round where version_id = v.id order by number desc limit 1) r on true
        where v.state = 'approved'
        order by r.closed_at, v.id
        limit 50`,
    );
  }
}
