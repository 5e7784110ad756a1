import { Injectable } from '@nestjs/common';
import { type Day, prepared } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { HeldAward, Version } from '../rules/earned';
import { inOrder } from '../rules/levels';
import { readRule, type Rule } from '../rules/rule';
import type { AwardEntity } from './award.entity';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { SchemeVersionEntity } from './scheme-version.entity';

/** A version in effect, with what a certificate says of it. */
export interface SchemeVersion extends Version, Pick<SchemeVersionEntity, 'edition'> {}

export type VersionRow = Pick<
  SchemeVersionEntity,
  'id' | 'schemeId' | 'edition' | 'validityMonths' | 'renewalOpensMonths' | 'graceDays' | 'rule'
> &
  Pick<SchemeEntity, 'name'>;

/** A scheme, the version of it that is in effect, and the newest award of it: one of the two may be missing. */
export type SchemeRow = VersionRow &
  Pick<AwardEntity, 'period' | 'validUntil'> &
  Pick<HeldAward, 'awardedOn' | 'revoked' | 'revokedOn' | 'lost'>;

/** Of `scheme s`: its version `v` that is in effect on the day. */
const inEffect = (day: string) => `lateral (
  select id, edition, validity_months, renewal_opens_months, grace_days, rule from scheme_version
   where scheme_id = s.id and state = 'adopted' and effective_from <= ${day}
   order by effective_from desc limit 1) v`;
const VERSION = `v.id, s.id as "schemeId", s.name, v.edition, v.validity_months as "validityMonths",
  v.renewal_opens_months as "renewalOpensMonths", v.grace_days as "graceDays", v.rule`;

/** Columns of a {@link HeldAward}; the award is `a`. */
export const HELD_AWARD = `a.period, a.valid_until::text as "validUntil",
  (a.awarded_at at time zone 'Europe/London')::date::text as "awardedOn",
  exists (select from certificate c where c.award_id = a.id and c.state = 'revoked') as revoked,
  exists (select from lost_award l where l.award_id = a.id) as lost,
  (select max(c.revoked_at at time zone 'Europe/London')::date::text from certificate c
    where c.award_id = a.id and c.state = 'revoked') as "revokedOn"`;

/** Every scheme with the version that is in effect on a day ($2), and the newest award that a person ($1) has of it. */
export const SCHEMES_OF_PERSON = `
  select ${VERSION}, ${HELD_AWARD}
    from scheme s
    left join ${inEffect('$2::date')} on true
    left join lateral (
      select id, period, valid_until, awarded_at from award
       where person_id = $1 and scheme_id = s.id order by period desc limit 1) a on true
   where v.id is not null or a.id is not null
   order by s.slug`;

@Injectable()
export class SchemeRepository {
  /** Versions are frozen, and read from the database as often as somebody completes something. */
  private readonly rules = new Map<string, Rule>();

  /**
   * The versions in effect on a day, lower levels first, and the newest award of every scheme that a person has: one
   * statement, however many schemes there are.
   */
  async of(tx: EntityManager, personId: string, day: Day): Promise<{ versions: SchemeVersion[]; awards: HeldAward[] }> {
    return this.read(await prepared<SchemeRow>(tx, 'accreditation: schemes', SCHEMES_OF_PERSON, [personId, day]));
  }

  /** The rows of {@link SCHEMES_OF_PERSON}, wherever they were read. */
  read(rows: readonly SchemeRow[]): { versions: SchemeVersion[]; awards: HeldAward[] } {
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
