import { Injectable } from '@nestjs/common';
import { Clock, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { FINDING, FINDING_JOINS, SHOWN_IN_ROUND } from './finding.sql';
import type { CommentRow, FindingDetail, FindingRow, FindingsFilter, FindingsInMonth, Paging } from './steering.rows';

/** How many months `byMonth` looks back, this one among them. */
const MONTHS = 6;

/** What pages ask about findings. Reads only. */
@Injectable()
export class FindingQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A round's own and those carried into it: what is not settled first, the most serious first. */
  async ofRound(
    roundId: string,
    { limit, offset }: Paging,
    { severity, state, settled, carried }: FindingsFilter = {},
  ): Promise<{ findings: FindingRow[]; total: number }> {
    const rows = await planned<FindingRow & { total: number }>(
      this.source,
      'findings of a round',
      `select ${FINDING}, f.carried, f.total
         from (select f.*, f.round_id <> r.id as carried, (count(*) over ())::int as total,
                      row_number() over (order by f.settled_at is not null,
                        array_position(array['blocking', 'should_fix', 'suggestion'], f.severity), f.number) as place
                 from test_round r
                 join finding f on f.course_id = r.course_id
                 join test_round fr on fr.id = f.round_id
                where r.id = $1 and ${SHOWN_IN_ROUND}
                  and ($2::text is null or f.severity = $2)
                  and ($3::text is null or f.state = $3)
                  and ($4::boolean is null or (f.settled_at is not null) = $4)
                  and ($5::boolean is null or (f.round_id <> r.id) = $5)
                order by place limit $6 offset $7) f ${FINDING_JOINS}
        order by f.place`,
      [roundId, severity ?? null, state ?? null, settled ?? null, carried ?? null, limit, offset],
    );
    return { findings: rows.map(({ total: _total, ...finding }) => finding), total: rows[0]?.total ?? 0 };
  }

  /** With its thread, the first step first. */
  async find(findingId: string): Promise<FindingDetail | undefined> {
    const [[finding], thread] = await Promise.all([this.detail(findingId), this.thread(findingId)]);
    return finding && { ...finding, thread };
  }

  private detail(findingId: string): Promise<Omit<FindingDetail, 'thread'>[]> {
    return planned(
      this.source,
      'a finding',
      `select ${FINDING}, f.round_id <> n.id as carried, f.reason, f.resume, f.preview_id as "previewId",
              f.log_from as "logFrom", f.log_to as "logTo", encode(f.screenshot_sha256, 'hex') as "screenshotSha256",
              f.screenshot_type as "screenshotType", f.settled_by as "settledBy", b.name as "settledByName",
              array(select person_id from test_round_tester where round_id = f.round_id) as "roundTesters",
              json_build_object('id', n.id, 'number', n.number, 'state', n.state, 'versionId', n.version_id,
                'testers', array(select person_id from test_round_tester where round_id = n.id)) as "currentRound",
              coalesce((select json_agg(json_build_object('id', y.id, 'number', y.number) order by y.number desc)
                          from version_standing y where y.course_id = f.course_id and y.number > v.number), '[]')
                as "newerVersions"
         from finding f ${FINDING_JOINS}
         join lateral (
           select id, number, state, version_id from test_round
            where course_id = f.course_id order by number desc limit 1) n on true
         left join person_current b on b.id = f.settled_by
        where f.id = $1`,
      [findingId],
    );
  }

  private thread(findingId: string): Promise<CommentRow[]> {
    return this.source.query<CommentRow[]>(
      `select m.id, m.author_id as "authorId", coalesce(p.name, '') as "authorName", m.text, m.change, m.at
         from finding_comment m left join person_current p on p.id = m.author_id
        where m.finding_id = $1
        order by m.at, m.id`,
      [findingId],
    );
  }

  /** How many findings were raised on each module in each of the last six months, and what became of them. */
  byMonth(): Promise<FindingsInMonth[]> {
    return planned(
      this.source,
      'findings by month',
      `with months as (
         select array_agg(month at time zone 'Europe/London' order by month) as starts
           from (select date_trunc('month', $1::timestamptz at time zone 'Europe/London') as this) now,
                generate_series(this - interval '${MONTHS - 1} months', this, interval '1 month') month)
       select f.course_id as "courseId", c.title as "courseTitle",
              to_char(m.starts[f.month] at time zone 'Europe/London', 'YYYY-MM') as month, f.raised, f.settled, f.blocking
         from (select course_id, width_bucket(created_at, (select starts from months)) as month,
                      count(*)::int as raised, count(settled_at)::int as settled,
                      (count(*) filter (where severity = 'blocking'))::int as blocking
                 from finding
                where created_at >= (select starts[1] from months)
                group by 1, 2) f
         cross join months m
         join course_current c on c.id = f.course_id
        order by c.title, f.course_id, f.month`,
      [this.clock.now()],
    );
  }
}
