import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { SchemeVersionEntity } from '../awards/scheme-version.entity';
import type { RequirementEntity } from '../requirements/requirement.entity';
import { SUSPENDED_UNDER } from '../awards/award.repository';
import { HELD_AWARD } from '../awards/scheme.repository';
import { COUNTS } from '../requirements/evidence.repository';
import type { BatchFilter } from './batch';
import type { BatchCandidate, BatchShown } from './dry-run';

/** A version, as far as a batch asks. */
type BatchVersion = Pick<SchemeVersionEntity, 'id' | 'rule' | 'validityMonths' | 'renewalOpensMonths' | 'graceDays'>;

@Injectable()
export class CandidateQueries {
  /** The version of the scheme that is in effect on that day. */
  async version(tx: EntityManager, schemeId: string, day: Day): Promise<BatchVersion | undefined> {
    const [row] = await tx.query<BatchVersion[]>(
      `select v.id, v.rule, v.validity_months as "validityMonths", v.renewal_opens_months as "renewalOpensMonths",
              v.grace_days as "graceDays" from scheme_version v
        where v.scheme_id = $1 and v.state = 'adopted' and v.effective_from <= $2 order by v.effective_from desc limit 1`,
      [schemeId, day],
    );
    return row;
  }

  /** Members whom the filter names, by name, with the award and the certificate they have. */
  async people(tx: EntityManager, filter: BatchFilter, today: Day): Promise<BatchCandidate[]> {
    const { schemeId, politicalGroup, bodyId, capacity } = filter;
    return tx.query<BatchCandidate[]>(
      `select p.id as "personId", p.name, (a.awarded_at at time zone 'Europe/London')::date::text as "awardedOn",
              c.number, c.state, u.number as "suspendedUnder", l.number as "lostWith", w.last
         from person_current p
         left join lateral (
           select id, awarded_at from award b
            where person_id = p.id and scheme_id = $1 and (valid_until is null or valid_until >= $2::date)
              and not exists (select from lost_award where award_id = b.id)
            order by period desc limit 1) a on true
         left join lateral (
           select number, state from certificate where award_id = a.id and state <> 'replaced'
            order by (state <> 'revoked') desc, issued_at desc limit 1) c on true
         left join lateral (
           select ${SUSPENDED_UNDER} as number from award b where b.id = a.id and c.number is null) u on true
         left join lateral (
           select coalesce(k.number, '') as number
             from award b join lost_award g on g.award_id = b.id left join certificate k on k.id = g.certificate_id
            where b.person_id = p.id and b.scheme_id = $1 and a.id is null order by b.period desc limit 1) l on true
         left join lateral (
           select to_jsonb(h) as last
             from (select ${HELD_AWARD} from award a where a.person_id = p.id and a.scheme_id = $1 order by a.period desc limit 1) h) w on true
        where p.is_active and exists (select from role_held r where r.person_id = p.id and r.role = 'member')
          and ($3::text is null or p.political_group = $3)
          and ($4::uuid is null and $5::text is null or exists (
            select from membership_standing m
             where m.person_id = p.id and ($4::uuid is null or m.body_id = $4) and ($5::text is null or m.capacity = $5)
               and m.during @> $2::date and m.superseded_at is null))
        order by p.name_folded, p.name, p.id`,
      [schemeId, today, politicalGroup, bodyId, capacity],
    );
  }

  /** What counts for each of them: evidence, and the awards that schemes may ask for. */
  async evidence(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, BatchShown[]>> {
    const rows = await tx.query<(BatchShown & { personId: string })[]>(
      `select e.person_id as "personId", e.id, e.requirement_id as requirement, e.met_on::text as "metOn",
              e.valid_until::text as "validUntil", false as "isAward"
         from evidence e where e.person_id = any($1) and ${COUNTS}
       union all
       select a.person_id, a.id, a.scheme_id, (a.awarded_at at time zone 'Europe/London')::date::text, a.valid_until::text, true
         from award a
        where a.person_id = any($1)
          and not exists (select from certificate c where c.award_id = a.id and c.state in ('revoked', 'suspended'))
          and not exists (select from lost_award l where l.award_id = a.id)`,
      [personIds],
    );
    const held = new Map<string, BatchShown[]>(personIds.map((id) => [id, []]));
    for (const { personId, ...shown } of rows) held.get(personId)!.push(shown);
    return held;
  }

  /** What requirements and schemes are called, and which are core skills on a day: by title. */
  async requirements(tx: EntityManager, day: Day): Promise<{ titles: Map<string, string>; core: string[] }> {
    const rows = await tx.query<(Pick<RequirementEntity, 'id' | 'title'> & { isCore: boolean })[]>(
      `select id, title, core_during @> $1::date as "isCore" from requirement
       union all select id, name, false from scheme order by title, id`,
      [day],
    );
    return {
      titles: new Map(rows.map(({ id, title }) => [id, title])),
      core: rows.filter(({ isCore }) => isCore).map(({ id }) => id),
    };
  }
}
