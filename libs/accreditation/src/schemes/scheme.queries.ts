import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import type { SessionStanding } from '@induct/events';
import type { PersonCurrent } from '@induct/people';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { OWN_TOPIC } from '../requirements/own-topic';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { SchemeVersionEntity } from '../awards/scheme-version.entity';
import type { RequirementEntity } from '../requirements/requirement.entity';
import type { SimulationRowEntity } from './simulation-row.entity';

/** A version, as pages show it. */
export type ShownVersion = Pick<
  SchemeVersionEntity,
  | 'id'
  | 'number'
  | 'edition'
  | 'state'
  | 'effectiveFrom'
  | 'validityMonths'
  | 'renewalOpensMonths'
  | 'graceDays'
  | 'forHolders'
  | 'topUpBy'
  | 'rule'
  | 'draftedBy'
  | 'proposedBy'
  | 'adoptedBy'
  | 'adoptedAlone'
  | 'simulationId'
>;

/** A scheme with its versions, the newest first, and how many people have a valid award of it today. */
export interface ShownScheme extends SchemeEntity {
  versions: ShownVersion[];
  holders: number;
}

/** What a rule may name. */
export interface Nameable {
  requirements: Pick<RequirementEntity, 'id' | 'title'>[];
  schemes: Pick<SchemeEntity, 'id' | 'name'>[];
  /** Modules that members see and nobody asks for yet. */
  modules: Pick<CourseCurrent, 'id' | 'title'>[];
  /** Events with sessions, that are not asked for by themselves yet. */
  events: { slug: NonNullable<SessionStanding['eventSlug']>; title: NonNullable<SessionStanding['eventTitle']> }[];
}

/** What requirements and schemes are called, by id. */
export const namesOf = ({ requirements, schemes }: Nameable): Map<string, string> =>
  new Map([
    ...requirements.map(({ id, title }) => [id, title] as const),
    ...schemes.map(({ id, name }) => [id, name] as const),
  ]);

/** A requirement or a scheme, and what it is called. */
export type Named = Pick<SchemeEntity, 'id' | 'name'>;

/** What everything is called that a rule of an adopted version may name. */
export const NAMES = `
  select id, title as name from requirement
   union all
  select id, name from scheme s where exists (select from scheme_version where scheme_id = s.id and state = 'adopted')`;

/** Who is shown of a simulation. */
export interface EffectFilter {
  /** Empty: whatever it is. */
  kind: SimulationRowEntity['kind'] | '';
  /** Only those to whom the draft makes a difference, who moved, or whose outcome is another. */
  only: 'changes' | 'moved' | 'differs' | '';
}

export type EffectRow = Pick<
  SimulationRowEntity,
  'personId' | 'kind' | 'effect' | 'changes' | 'was' | 'outcome' | 'difference'
> &
  Pick<PersonCurrent, 'name'>;

/** How many people are what. */
export interface EffectCounts {
  gains: number;
  keeps: number;
  topsUp: number;
  loses: number;
  also: number;
  changes: number;
  moved: number;
  settled: number;
  differs: number;
}

const VERSION = `json_build_object('id', v.id, 'number', v.number, 'edition', v.edition, 'state', v.state,
  'effectiveFrom', v.effective_from, 'validityMonths', v.validity_months, 'renewalOpensMonths', v.renewal_opens_months,
  'graceDays', v.grace_days, 'forHolders', v.for_holders, 'topUpBy', v.top_up_by, 'rule', v.rule, 'draftedBy', v.drafted_by,
  'proposedBy', v.proposed_by, 'adoptedBy', v.adopted_by, 'adoptedAlone', v.adopted_alone, 'simulationId', v.simulation_id)`;
const FILTER = `r.simulation_id = $1 and ($2 = '' or r.kind = $2)
  and case $3 when 'changes' then r.changes when 'moved' then r.was is not null when 'differs' then r.outcome = 'differs'
      else true end`;

/** What the pages about schemes read. */
@Injectable()
export class SchemeQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By name. */
  all(): Promise<ShownScheme[]> {
    return this.schemes('true', null);
  }

  async bySlug(slug: string): Promise<ShownScheme | undefined> {
    const [scheme] = await this.schemes('s.slug = $2', slug);
    return scheme;
  }

  /** What everything is called that a rule may name, by title. */
  async nameable(): Promise<Nameable> {
    const [row] = await this.source.query<Nameable[]>(
      `select (select coalesce(json_agg(json_build_object('id', id, 'title', title) order by title, id), '[]')
                 from requirement) as requirements,
              (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')
                 from scheme s
                where exists (select from scheme_version where scheme_id = s.id and state = 'adopted')) as schemes,
              (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title) order by c.title, c.id), '[]')
                 from course_current c
                where c.published_version_id is not null and not c.taster
                  and not exists (select from way where course_id = c.id)) as modules,
              (select coalesce(json_agg(json_build_object('slug', slug, 'title', title) order by title, slug), '[]')
                 from (select distinct event_slug as slug, event_title as title from session_standing
                        where event_kind <> 'one-to-one' and state <> 'cancelled'
                          and not exists (select from requirement where slug = $1 || event_slug)) e) as events`,
      [OWN_TOPIC],
    );
    return row!;
  }

  /** Who can adopt what somebody has proposed, by name: every other officer who may confirm by now. */
  async adopters(proposedBy: string): Promise<Pick<PersonCurrent, 'id' | 'name'>[]> {
    return this.source.query<Pick<PersonCurrent, 'id' | 'name'>[]>(
      `select p.id, p.name from role_held h join person_current p on p.id = h.person_id
        where h.role = 'officer' and h.person_id <> $1 and h.confirms_from <= $2 order by p.name_folded, p.id`,
      [proposedBy, this.clock.now()],
    );
  }

  async counts(simulationId: string): Promise<EffectCounts> {
    const [counts] = await this.source.query<EffectCounts[]>(
      `select count(*) filter (where kind = 'gains')::int as gains, count(*) filter (where kind = 'keeps')::int as keeps,
              count(*) filter (where kind = 'tops_up')::int as "topsUp", count(*) filter (where kind = 'loses')::int as loses,
              count(*) filter (where jsonb_array_length(effect -> 'also') > 0)::int as also,
              count(*) filter (where changes)::int as changes, count(was)::int as moved,
              count(settled_at)::int as settled, count(*) filter (where outcome = 'differs')::int as differs
         from simulation_row where simulation_id = $1`,
      [simulationId],
    );
    return counts!;
  }

  /** By name, page by page. */
  async effects(
    simulationId: string,
    { kind, only }: EffectFilter,
    limit: number,
    offset: number,
  ): Promise<{ rows: EffectRow[]; total: number }> {
    const filter = [simulationId, kind ?? '', only];
    const rows = await this.source.query<EffectRow[]>(
      `select r.person_id as "personId", p.name, r.kind, r.effect, r.changes, r.was, r.outcome, r.difference
         from simulation_row r join person_current p on p.id = r.person_id
        where ${FILTER} order by p.name_folded, r.person_id limit $4 offset $5`,
      [...filter, limit, offset],
    );
    const [counted] = await this.source.query<{ total: number }[]>(
      `select count(*)::int as total from simulation_row r where ${FILTER}`,
      filter,
    );
    return { rows, total: counted!.total };
  }

  private schemes(condition: string, slug: string | null): Promise<ShownScheme[]> {
    const today: Day = dayInLondon(this.clock.now());
    return this.source.query<ShownScheme[]>(
      `select s.id, s.slug, s.name,
              (select coalesce(json_agg(${VERSION} order by v.number desc), '[]') from scheme_version v where v.scheme_id = s.id)
                as versions,
              (select count(distinct a.person_id)::int from award a
                where a.scheme_id = s.id and (a.valid_until is null or a.valid_until >= $1)
                  and not exists (select from lost_award l where l.award_id = a.id)
                  and not exists (select from certificate c where c.award_id = a.id and c.state in ('revoked', 'suspended'))) as holders
         from scheme s where ${condition} order by s.name, s.id`,
      slug === null ? [today] : [today, slug],
    );
  }
}
