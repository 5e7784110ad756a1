import { AS_RECORDED, type Capacity } from '@induct/people';
import type { Day } from '@induct/platform';
import { ASKED_BEFORE_SITTING } from './asked-before-sitting';
import type { AskedState, Place } from './verdict';

/** One person on one body. */
export interface PlacedRow extends Pick<Place, 'by' | 'lastDay'> {
  personId: string;
  name: string;
  bodyId: string;
  capacity: Capacity;
  /** Null: nothing is asked. */
  asked: (AskedState & { title: string | null })[] | null;
}

/** What decides: bodies (null: all but groups), the day, the moment of which it is told, one person (null: everybody). */
export type PlacedParameters = [bodyIds: readonly string[] | null, day: Day, knownAt: Date, personId: string | null];

const IN_FORCE = `e.confirmed_at <= $3 and (e.ended_at is null or e.ended_at > $3)`;
const COUNTS = `e.person_id = p.person_id and e.recorded_at <= $3 and (e.withdrawn_at is null or e.withdrawn_at > $3)
    and not exists (select from completion_in_doubt q where q.registration_id = e.source and e.kind = 'module')
    and not exists (
      select from doubt_standing b where b.attempt_id = e.source and e.kind = 'module' and b.counts is not true)`;

/**
 * The days of an award; revoked, to the day before. A certificate that was replaced is in force as the one that replaced it; one that
 * is suspended on the day counts on no day, the day it is lifted counts again. One that is lost before anybody issued it never counted;
 * one that waits for an officer to issue it counts once that is done, from its day on.
 */
const AWARD_DAYS = `
  select d.since, case when u.suspended or u.waits then '-infinity' else d.last end as last,
         case when r.revoked_on <= coalesce(w.valid_until, 'infinity') then r.revoked_on end as revoked_on,
         u.suspended and d.last >= $2 as suspended, u.waits and $2 between d.since and d.last as waits
    from award w
    left join lateral (
      select min((c.revoked_at at time zone 'Europe/London')::date) as revoked_on from certificate c
       where c.award_id = w.id and c.state = 'revoked' and c.revoked_at <= $3) r on true
    cross join lateral (
      select (w.awarded_at at time zone 'Europe/London')::date as since,
             least(coalesce(w.valid_until, 'infinity'), r.revoked_on - 1) as last) d
    cross join lateral (
      select exists (
        select from certificate c join suspension s on s.certificate_id = c.id
         where c.award_id = w.id and s.confirmed_at <= $3 and (s.confirmed_at at time zone 'Europe/London')::date <= $2
           and (s.lifted_at is null or s.lifted_at > $3 or (s.lifted_at at time zone 'Europe/London')::date > $2)) as suspended,
             not exists (select from certificate c where c.award_id = w.id and c.issued_at <= $3) as waits) u
   where w.person_id = p.person_id and w.awarded_at <= $3
     and not exists (select from lost_award l where l.award_id = w.id and l.lost_at <= $3)`;

/**
 * Who has a place on a body on a day, and where they stand with what it asks, as it was known at a moment. The rule is that of
 * `eligible`: both are held against each other in a test.
 */
export const PLACED = `
  with edition as (
    select e.mode, e.body_ids from register_edition e
     where e.starts_on <= $2 and ${IN_FORCE} order by e.starts_on desc, e.confirmed_at desc, e.id desc limit 1
  ), sitting as materialized (
    select m.person_id, m.body_id, m.capacity, upper(m.during) - 1 as last_day
      from membership_standing m join body_standing b on b.id = m.body_id and b.kind <> 'group'
     where m.during @> $2::date and ${AS_RECORDED('m', '$3')} and ($1::uuid[] is null or m.body_id = any($1))
  ), rule as (
    select r.body_id, r.substitutes from body_rule_standing r
     where r.during @> $2::date and ${AS_RECORDED('r', '$3')} and ($1::uuid[] is null or r.body_id = any($1))
  ), grouped as materialized (
    select m.person_id, m.body_id as group_id, upper(m.during) - 1 as last_day
      from membership_standing m join body_standing b on b.id = m.body_id and b.kind = 'group'
     where exists (select from rule where substitutes = 'group') and m.during @> $2::date and ${AS_RECORDED('m', '$3')}
  ), place as (
    select person_id, body_id, capacity, 'seat' as by, last_day from sitting where capacity <> 'substitute'
    union all
    select s.person_id, s.body_id, s.capacity, 'named', s.last_day
      from sitting s join rule r on r.body_id = s.body_id and r.substitutes = 'named' where s.capacity = 'substitute'
    union all
    select distinct on (r.body_id, theirs.person_id) theirs.person_id, r.body_id, 'substitute', 'group', theirs.last_day
      from rule r
      join sitting s on s.body_id = r.body_id and s.capacity <> 'substitute'
      join grouped mine on mine.person_id = s.person_id
      join grouped theirs on theirs.group_id = mine.group_id
     where r.substitutes = 'group' and not exists (
       select from sitting x where x.body_id = r.body_id and x.person_id = theirs.person_id and x.capacity <> 'substitute')
  ), demand as materialized (
    select distinct a.body_id, case when a.scheme_id is null then 'requirement' else 'scheme' end as kind,
           coalesce(a.requirement_id, a.scheme_id) as id, coalesce(q.title, s.name) as title, true as binding, a.capacities
      from (${ASKED_BEFORE_SITTING}) a
      left join requirement q on q.id = a.requirement_id left join scheme s on s.id = a.scheme_id
     where a.during @> $2::date and ${AS_RECORDED('a', '$3')}
    union all
    select unnest(body_ids), 'statutory', null, null, mode = 'statutory', '{}' from edition where mode <> 'off'
  )
  select p.person_id as "personId", n.name, p.body_id as "bodyId", p.capacity, p.by, p.last_day::text as "lastDay", asked.states as asked
    from place p
    cross join lateral (select name, name_folded from person_current where id = p.person_id offset 0) n
    left join lateral (
      select json_agg(json_build_object(
               'kind', a.kind, 'id', a.id, 'title', a.title, 'binding', a.binding, 'met', s.met is true, 'since', s.since,
               'until', nullif(s.until, 'infinity'), 'ended', case when s.met is not true then s.ended end,
               'revokedOn', case when s.met is not true then s.revoked_on end,
               'suspended', s.met is not true and s.suspended is true,
               'waits', s.met is not true and s.waits is true) order by a.kind, a.title, a.id) as states
        from demand a
        cross join lateral (
          select bool_or(h.since <= $2 and h.last >= $2) as met,
                 max(h.last) filter (where h.since <= $2 and h.last >= $2) as until,
                 (array_agg(h.since order by h.last desc, h.since) filter (where h.since <= $2 and h.last >= $2))[1] as since,
                 max(h.last) filter (where h.last < $2 and h.since <= h.last) as ended,
                 max(h.revoked_on) filter (where h.revoked_on <= $2) as revoked_on, bool_or(h.suspended) as suspended,
                 bool_or(h.waits) as waits
            from (
              select e.met_on as since, coalesce(e.valid_until, 'infinity') as last, null::date as revoked_on, false as suspended,
                     false as waits
                from evidence e where a.kind = 'requirement' and e.requirement_id = a.id and ${COUNTS}
              union all
              select * from (${AWARD_DAYS} and a.kind = 'scheme' and w.scheme_id = a.id) of_scheme
              union all
              select e.met_on, coalesce(e.valid_until, 'infinity'), null, false, false
                from evidence e where a.kind = 'statutory' and ${COUNTS} and exists (
                  select from statutory_accreditation t where t.requirement_id = e.requirement_id and t.kind = e.kind
                     and t.during @> e.met_on and ${IN_FORCE.replaceAll('e.', 't.')})
              union all
              select * from (${AWARD_DAYS} and a.kind = 'statutory' and exists (
                  select from statutory_accreditation t where t.scheme_id = w.scheme_id
                     and t.during @> d.since and ${IN_FORCE.replaceAll('e.', 't.')})) accredited
            ) h
        ) s
       where a.body_id = p.body_id and (a.capacities = '{}' or p.capacity = any(a.capacities))
    ) asked on true
   where $4::uuid is null or p.person_id = $4
   order by n.name_folded, n.name, p.person_id`;
