import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SHOWN_IN_ROUND } from './finding.sql';
import { planned } from '@induct/platform';
import { LOOKED, PARTS, SEEN } from './round.sql';
import type { Paging, RoundDetail, RoundRow, RoundsFilter, TesterRow } from './steering.rows';

/** Rows of `test_round r`, `course c` and `course_version v`. */
const ROUND = `r.id, r.number, r.state, r.quorum, r.deadline, r.opened_at as "openedAt", r.closed_at as "closedAt",
  r.closed_why as "closedWhy", c.id as "courseId", c.slug as "courseSlug", c.title as "courseTitle",
  v.id as "versionId", v.number as "versionNumber",
  t.testers, t."notStarted", s."signedOff", s.refused, f.findings, b.blocking`;

const JOINS = `
  join course_current c on c.id = r.course_id
  join version_standing v on v.id = r.version_id
  cross join lateral (
    select count(*)::int as testers,
           coalesce(array_agg(coalesce(p.name, '') order by p.name_folded, p.name) filter (where w.began is null), '{}') as "notStarted"
      from test_round_tester t left join person_current p on p.id = t.person_id cross join lateral (${LOOKED}) w
     where t.round_id = r.id) t
  cross join lateral (
    select count(*) filter (where decision = 'signed_off' and package_sha256 = v.package_sha256)::int as "signedOff",
           count(*) filter (where decision = 'refused')::int as refused
      from sign_off where round_id = r.id) s
  cross join lateral (select count(*)::int as findings from finding where round_id = r.id) f
  cross join lateral (
    select count(*)::int as blocking from finding
     where course_id = r.course_id and settled_at is null and severity = 'blocking') b`;

/** What pages ask about test rounds. Reads only. */
@Injectable()
export class RoundQueries {
  constructor(private readonly source: DataSource) {}

  /** Open rounds: the nearest deadline first. Closed ones: the last closed first. */
  async page(filter: RoundsFilter, { limit, offset }: Paging): Promise<{ rounds: RoundRow[]; total: number }> {
    const rows = await planned<RoundRow & { total: number }>(
      this.source,
      'rounds',
      `select ${ROUND}, r.total
         from (select *, (count(*) over ())::int as total,
                      row_number() over (order by state = 'open' desc,
                        case when state = 'open' then deadline end, closed_at desc, id) as place
                 from test_round
                where ($1::text is null or state = $1)
                  and ($2::uuid is null or course_id = $2)
                  and ($3::uuid is null or id in (select round_id from test_round_tester where person_id = $3))
                order by place limit $4 offset $5) r ${JOINS}
        order by r.place`,
      [filter.state ?? null, filter.courseId ?? null, filter.testerId ?? null, limit, offset],
    );
    return { rounds: rows.map(({ total: _total, ...round }) => round), total: rows[0]?.total ?? 0 };
  }

  async find(roundId: string): Promise<RoundDetail | undefined> {
    const [[round], testersList] = await Promise.all([this.detail(roundId), this.testers(roundId)]);
    return round && { ...round, testersList };
  }

  private detail(roundId: string): Promise<Omit<RoundDetail, 'testersList'>[]> {
    return planned(
      this.source,
      'a round',
      `select ${ROUND}, ${PARTS} as parts, r.focus, r.checklist, r.opened_by as "openedBy", coalesce(o.name, '') as "openedByName",
              (select json_agg(json_build_object('severity', x.severity, 'all', coalesce(n.all, 0),
                                 'unsettled', coalesce(n.unsettled, 0)) order by x.place)
                 from (values ('blocking', 1), ('should_fix', 2), ('suggestion', 3)) x (severity, place)
                 left join (
                   select f.severity, count(*)::int as all, (count(*) filter (where f.settled_at is null))::int as unsettled
                     from finding f join test_round fr on fr.id = f.round_id
                    where f.course_id = r.course_id and ${SHOWN_IN_ROUND}
                    group by 1) n on n.severity = x.severity) as counts
         from test_round r ${JOINS}
         left join person_current o on o.id = r.opened_by
        where r.id = $1`,
      [roundId],
    );
  }

  private testers(roundId: string): Promise<TesterRow[]> {
    return planned(
      this.source,
      'testers of a round',
      `select t.person_id as "personId", coalesce(p.name, '') as name, t.invited_at as "invitedAt",
              t.nudged_at as "nudgedAt", t.could_not_finish_at as "couldNotFinishAt",
              t.could_not_finish_why as "couldNotFinishWhy", w.began as "startedAt",
              coalesce(w.seconds, 0) as "previewSeconds", (${SEEN}) as "partsOpened",
              exists (select from preview w where w.person_id = t.person_id and w.version_id = r.version_id) as tried,
              x.confirms_from as "confirmsFrom", coalesce(x.granted_alone, false) as "grantedAlone", s.decision, coalesce(s.reason, '') as reason,
              s.checklist, s.at as "decidedAt",
              (select count(*)::int from finding f where f.round_id = t.round_id and f.author_id = t.person_id) as findings
         from test_round_tester t
         join test_round r on r.id = t.round_id
         left join person_current p on p.id = t.person_id
         left join role_held x on x.person_id = t.person_id and x.role = 'tester'
         left join sign_off s on s.round_id = t.round_id and s.person_id = t.person_id
         cross join lateral (${LOOKED}) w
        where t.round_id = $1
        order by p.name_folded, p.name, t.person_id`,
      [roundId],
    );
  }
}
