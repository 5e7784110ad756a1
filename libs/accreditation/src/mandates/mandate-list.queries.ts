import { Injectable } from '@nestjs/common';
import type { BodyStanding, PersonCurrent } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { SchemeEntity } from '../scheme/scheme.entity';
import { type Mandate, MANDATE } from './mandate.repository';

type Name = PersonCurrent['name'];

/** A mandate with the names of everything in it, and how far it is met. */
export type ListedMandate = Mandate & {
  body: BodyStanding['name'] | null;
  bodyKind: BodyStanding['kind'] | null;
  person: Name | null;
  /** What is to be met: of a requirement or a scheme. */
  asks: SchemeEntity['name'];
  proposedByName: Name | null;
  decidedByName: Name | null;
  endedByName: Name | null;
  /** How many are asked for it now, how many of them are late, and how many have met it. */
  open: number;
  overdue: number;
  met: number;
};

/** Whose mandates are read: all, or those of one political group. */
export type MandateReader = { group: string } | 'all';

const LISTED = `select ${MANDATE}, b.name as body, b.kind as "bodyKind", p.name as person, coalesce(q.title, s.name) as asks,
         by.name as "proposedByName", d.name as "decidedByName", e.name as "endedByName", o.open, o.overdue, o.met
    from mandate m
    left join body_standing b on b.id = m.body_id
    left join person_current p on p.id = m.person_id
    left join requirement q on q.id = m.requirement_id
    left join scheme s on s.id = m.scheme_id
    left join person_current by on by.id = m.proposed_by
    left join person_current d on d.id = m.decided_by
    left join person_current e on e.id = m.ended_by
    left join lateral (
      select count(*) filter (where met_on is null and closed_on is null)::int as open,
             count(*) filter (where met_on is null and closed_on is null and due_on < $1)::int as overdue,
             count(*) filter (where met_on is not null)::int as met
        from obligation where mandate_id = m.id) o on true`;

/** Mandates for whoever reads them. */
@Injectable()
export class MandateList {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What waits for a second person first, then the newest. */
  async page(reader: MandateReader, limit: number, offset: number): Promise<{ rows: ListedMandate[]; total: number }> {
    const rows = await this.source.query<(ListedMandate & { total: number })[]>(
      `with wanted as (
         select id, (count(*) over ())::int as total from mandate m
          where $2::uuid is null or (m.who = 'group' and m.body_id = $2)
          order by m.outcome is not null, m.proposed_at desc, m.id limit $3 offset $4)
       select l.*, w.total from wanted w join lateral (${LISTED} where m.id = w.id) l on true
        order by l.outcome is not null, l."proposedAt" desc, l.id`,
      [this.today(), reader === 'all' ? null : reader.group, limit, offset],
    );
    return { rows: rows.map(({ total: _total, ...mandate }) => mandate), total: rows[0]?.total ?? 0 };
  }

  async find(id: string): Promise<ListedMandate | undefined> {
    const [row] = await this.source.query<ListedMandate[]>(`${LISTED} where m.id = $2`, [this.today(), id]);
    return row;
  }

  private today() {
    return dayInLondon(this.clock.now());
  }
}
