import { Injectable } from '@nestjs/common';
import { NAME_IS_FOUND, nameSearch, type PersonCurrent } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { MandateEntity } from './mandate.entity';
import type { ObligationEntity } from './obligation.entity';

/** Somebody who has still to meet something, and by when. Completion only: neither scores nor what was tried. */
export type OpenRow = Pick<ObligationEntity, 'personId' | 'dueOn' | 'since'> &
  Pick<MandateEntity, 'title'> & {
    /** Null: a scheme asks it, by its day, of those who keep their award. */
    mandateId: MandateEntity['id'] | null;
    /** The slug of that scheme. */
    scheme: SchemeEntity['slug'] | null;
  } & {
    name: PersonCurrent['name'];
    group: PersonCurrent['politicalGroup'];
  };

/** Which of them are wanted. */
export interface OpenFilter {
  /** Of a political group, by its name; of everybody, what groups ask for themselves left out. */
  of: { group: string } | 'everybody';
  /** Also what is not overdue yet. */
  notYet: boolean;
  mandateId?: string | undefined;
  /** Part of a name. */
  q?: string | undefined;
}

/** The first day of the term or the seat; of whom it is asked all the time by a fixed day, that of the mandate. */
const SINCE = `(case when m.anchor = 'fixed' and m.who in ('role', 'person') then lower(m.during) else o.since end)::text`;

const ASKED_BY_MANDATES = `
  select o.id, o.person_id, o.due_on, ${SINCE} as since, m.id as mandate_id, null as scheme, m.title, m.who = 'group' as in_group
    from obligation o join mandate m on m.id = o.mandate_id
   where o.met_on is null and o.closed_on is null`;

/** What is new beside an award that somebody keeps. */
const ASKED_BY_SCHEMES = `
  select v.id, t.person_id, v.top_up_by, v.effective_from::text, null, s.slug, s.name, false
    from top_up t join scheme_version v on v.id = t.scheme_version_id join scheme s on s.id = v.scheme_id
   where t.closed_on is null`;

/** What is overdue, or still to be met, for officers and champions. */
@Injectable()
export class OpenObligations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The longest overdue first. */
  async page(filter: OpenFilter, limit: number, offset: number): Promise<{ rows: OpenRow[]; total: number }> {
    const { of, notYet, mandateId, q } = filter;
    const rows = await this.source.query<(OpenRow & { total: number })[]>(
      `select o.person_id as "personId", o.due_on::text as "dueOn", o.since, o.mandate_id as "mandateId", o.scheme, o.title,
              p.name, p.political_group as "group", (count(*) over ())::int as total
         from (${ASKED_BY_MANDATES} union all ${ASKED_BY_SCHEMES}) o
         join person_current p on p.id = o.person_id
        where p.is_active
          and ($1::date is null or o.due_on < $1)
          and case when $2::text is null then not o.in_group else p.political_group = $2 end
          and ($3::uuid is null or o.mandate_id = $3)
          and ($4::text is null or ${NAME_IS_FOUND('p.name_folded', '$5')})
        order by o.due_on, p.name_folded, p.name, o.id, o.person_id
        limit $6 offset $7`,
      [
        notYet ? null : dayInLondon(this.clock.now()),
        of === 'everybody' ? null : of.group,
        mandateId ?? null,
        q || null,
        nameSearch(q) ?? [],
        limit,
        offset,
      ],
    );
    return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  }
}
