import { Injectable } from '@nestjs/common';
import { type AskedReader, type Look, WEEKDAYS } from '@induct/letters';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { inEffect } from '../awards/scheme.repository';
import type { RunningOut } from './running-out.letter';

/**
 * Awards `a` of person `p` that run out by a day and are in force, with the rung that is reached then; of one that was missed, the
 * later one alone: of a version without renewal only the last two. What is renewed already, suspended, revoked, or told at that rung
 * is not among them.
 * @param today SQL of the day @param until SQL of the day up to which rungs count as reached
 */
const RUNNING_OUT = (today: string, until: string): string => `
  award a
    join certificate held on held.award_id = a.id and held.state = 'issued'
    join scheme s on s.id = a.scheme_id
    join ${inEffect(today)} on true
   cross join lateral (
     select (a.valid_until - make_interval(months => v.renewal_opens_months))::date as on) opens
   cross join lateral (
     select case when a.valid_until - 7 <= ${until} then 'week' when a.valid_until - 28 <= ${until} then 'month'
                 when opens.on <= ${until} then 'opens' end as rung) r
   where a.person_id = p.id and a.valid_until >= ${today} and r.rung is not null
     and not exists (select from expiry_reminder told where told.award_id = a.id and told.rung = r.rung)
     and not exists (select from award b where b.person_id = a.person_id and b.scheme_id = a.scheme_id and b.period > a.period
           and not exists (select from lost_award l where l.award_id = b.id))`;

/** Whose certificates run out, and who was told. */
@Injectable()
export class RunningOutRepository {
  constructor(private readonly source: DataSource) {}

  waiting({ today, untilByWeekday, after, limit }: Look): Promise<AskedReader[]> {
    const until = `case when c.how = 'weekly' then ($2::date[])[c.weekday] else $1::date end`;
    return this.source.query<AskedReader[]>(
      `select p.id as "personId", p.name, p.email
         from person_current p left join reminder_choice_standing c on c.person_id = p.id
        where p.is_active and coalesce(c.next_from <= $1, true) and p.id::text > $3
          and exists (select from ${RUNNING_OUT('$1::date', until)})
        order by p.id::text limit $4`,
      [today, WEEKDAYS.map((weekday) => untilByWeekday[weekday]), after, limit],
    );
  }

  /** Tells one person, once: the soonest first. */
  tell(tx: EntityManager, personId: string, { today, until }: { today: Day; until: Day }): Promise<RunningOut[]> {
    return tx.query<RunningOut[]>(
      `with due as (
         select a.id, r.rung, s.name as scheme, held.number, a.valid_until::text as "validUntil"
           from (select $1::uuid as id) p, ${RUNNING_OUT('$2::date', '$3::date')}
       ), told as (
         insert into expiry_reminder (award_id, rung, person_id, told_on) select id, rung, $1, $2 from due
         on conflict do nothing returning award_id
       )
       select scheme, number, "validUntil" from due join told on told.award_id = due.id order by "validUntil", scheme`,
      [personId, today, until],
    );
  }
}
