import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { HeldAward, Version } from '../rules/earned';
import { inOrder } from '../rules/levels';
import { readRule, type Rule } from '../rules/rule';
import type { AwardEntity } from './award.entity';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { SchemeVersionEntity } from './scheme-version.entity';

/** A version in effect, with what a certificate says of it. */
export interface SchemeVersion
  extends Version, Pick<SchemeVersionEntity, 'edition' | 'topUpBy'>, Pick<SchemeEntity, 'issuedBy'> {
  effectiveFrom: Day;
}

export type VersionRow = Pick<
  SchemeVersionEntity,
  'id' | 'schemeId' | 'edition' | 'validityMonths' | 'renewalOpensMonths' | 'graceDays' | 'rule' | 'topUpBy'
> &
  Pick<SchemeEntity, 'name' | 'issuedBy'> & { effectiveFrom: Day };

/** A scheme, the version of it that is in effect, and the newest award of it: one of the two may be missing. */
export type SchemeRow = VersionRow &
  Pick<AwardEntity, 'period' | 'validUntil'> &
  Pick<HeldAward, 'awardedOn' | 'revoked' | 'revokedOn' | 'suspended' | 'lost' | 'waits' | 'versionId'>;

/** Of `scheme s`: its version `v` that is in effect on the day. */
export const inEffect = (day: string) => `lateral (
  select id, edition, effective_from, top_up_by, validity_months, renewal_opens_months, grace_days, rule from scheme_version
   where scheme_id = s.id and state = 'adopted' and effective_from <= ${day}
   order by effective_from desc limit 1) v`;
const VERSION = `v.id, s.id as "schemeId", s.name, v.edition, v.validity_months as "validityMonths",
  v.renewal_opens_months as "renewalOpensMonths", v.grace_days as "graceDays", v.rule, s.issued_by as "issuedBy",
  v.effective_from::text as "effectiveFrom", v.top_up_by::text as "topUpBy"`;

/** Columns of a {@link HeldAward}; the award is `a`. */
export const HELD_AWARD = `a.period, a.valid_until::text as "validUntil",
  (a.awarded_at at time zone 'Europe/London')::date::text as "awardedOn",
  exists (select from certificate c where c.award_id = a.id and c.state = 'revoked') as revoked,
  exists (select from certificate c where c.award_id = a.id and c.state = 'suspended') as suspended,
  exists (select from lost_award l where l.award_id = a.id) as lost,
  (select max(c.revoked_at at time zone 'Europe/London')::date::text from certificate c
    where c.award_id = a.id and c.state = 'revoked') as "revokedOn"`;

/** Of each person and scheme the newest award. @param whose which people */
export const NEWEST_AWARDS = (whose: string): string => `
  select distinct on (person_id, scheme_id) id, person_id, scheme_id, scheme_version_id, period, valid_until, awarded_at
    from award where person_id ${whose} order by person_id, scheme_id, period desc`;

/**
 * Every scheme with the version that is in effect on a day, and the newest award that somebody has of it, lower slugs first.
 * @param asked rows `asked` of person_id and day @param newest rows `a` of {@link NEWEST_AWARDS}
 * @param more columns that only pages show: those who complete something need not wait for them
 */
export const SCHEMES = (asked: string, newest: string, more = ''): string => `
  select asked.person_id as "personId", ${VERSION}, ${HELD_AWARD}, a.scheme_version_id as "versionId"${more}
    from ${asked}
   cross join scheme s
    left join ${inEffect('asked.day')} on true
    left join ${newest} on a.person_id = asked.person_id and a.scheme_id = s.id
   where v.id is not null or a.id is not null
   order by s.slug`;

/** Of a person ($1) on a day ($2). */
export const SCHEMES_OF_PERSON = SCHEMES(
  '(select $1::uuid as person_id, $2::date as day) asked',
  `(${NEWEST_AWARDS('= $1')}) a`,
  ', a.id is not null and not exists (select from certificate c where c.award_id = a.id) as waits',
);

/** What the rules ask about somebody's schemes. */
export interface SchemesOfPerson {
  /** Lower levels first. */
  versions: SchemeVersion[];
  awards: HeldAward[];
}

@Injectable()
export class SchemeRepository {
  /** Versions are frozen, and read from the database as often as somebody completes something. */
  private readonly rules = new Map<string, Rule>();

  /** The rows of {@link SCHEMES} of one person, wherever they were read. */
  read(rows: readonly SchemeRow[]): SchemesOfPerson {
    const awards = rows.filter(({ period }) => period !== null);
    return { versions: this.ordered(rows.filter(({ id }) => id !== null)), awards };
  }

  /** The versions in effect on a day, lower levels first. */
  async inEffect(tx: EntityManager, day: Day): Promise<SchemeVersion[]> {
    const rows = await tx.query<VersionRow[]>(
      `select ${VERSION} from scheme s join ${inEffect('$1::date')} on true order by s.slug`,
      [day],
    );
    return this.ordered(rows);
  }

  private ordered(rows: readonly VersionRow[]): SchemeVersion[] {
    const versions = rows.map((row) => ({ ...row, rule: this.ruleOf(row) }));
    // None that is adopted closes a circle.
    return inOrder(versions) ?? versions;
  }

  private ruleOf({ id, rule }: Pick<VersionRow, 'id' | 'rule'>): Rule {
    const known = this.rules.get(id) ?? readRule(rule);
    this.rules.set(id, known);
    return known;
  }
}
