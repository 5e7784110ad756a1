import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import { NAME_IS_FOUND, nameSearch } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { type Counts, type Figures, type GroupFigures, membersOf } from './figures';
import type { ProgressFilter } from './progress-filter';
import { Reused } from './reused';
import { DUE_RETAKES } from './standing';

type Whom = Pick<ProgressFilter, 'module' | 'group' | 'search'>;

/** `$1` group, `$2` search (see nameSearch), `$3` a module's slug; each null when it is not used. `$4` today. */
const FIGURES = `
  with member as materialized (
    select p.id from person_current p
     where exists (select 1 from role_held x where x.person_id = p.id and x.role = 'member')
       and ($1::text is null or p.political_group = $1)
       and ($2::text[] is null or ${NAME_IS_FOUND('p.name_folded', '$2')})
  ), published as materialized (
    select id, slug, title, core from course_current
     where published_version_id is not null and ($3::text is null or slug = $3)
  ), counted as (
    select r.course_id, r.result as standing, count(*)::int as members
      from registration_standing r join member m on m.id = r.person_id
     where r.course_id = any (array(select id from published))
     group by 1, 2
    union all
    select d.course_id, case when is_overdue(d.due_on, $4::date) then 'retake_overdue' else 'retake_due' end, count(*)::int
      from (${DUE_RETAKES}) d join member m on m.id = d.person_id
     where d.course_id = any (array(select id from published))
     group by 1, 2
  )
  select (select count(*)::int from member) as members, c.slug, c.title, c.core,
         coalesce(json_object_agg(n.standing, n.members) filter (where n.standing is not null), '{}') as counts
    from (select 1) one
    left join published c on true
    left join counted n on n.course_id = c.id
   group by c.id, c.slug, c.title, c.core
   order by c.core desc, c.title, c.id`;

/** Per political group: members who finished every published core module, some of it, or have not begun; and what they have to start. */
const GROUPS = `
  with published as (select id, core from course_current where published_version_id is not null),
  done as (
    select r.person_id, count(*) as started, count(*) filter (where c.core) as begun,
           count(*) filter (where c.core and r.completed_at is not null) as finished
      from registration_standing r join published c on c.id = r.course_id group by r.person_id
  ), member as (
    select p.political_group as "group", coalesce(d.begun, 0) > 0 as begun,
           coalesce(d.finished, 0) > 0 and d.finished = (select count(*) from published where core) as finished,
           ((select count(*) from published) - coalesce(d.started, 0))::int as left_to_start
      from person_current p left join done d on d.person_id = p.id
     where exists (select 1 from role_held x where x.person_id = p.id and x.role = 'member')
  )
  select "group", count(*) filter (where finished)::int as "finished",
         count(*) filter (where begun and not finished)::int as "underWay",
         count(*) filter (where not begun and not finished)::int as "notStarted",
         json_build_object('members', count(*) filter (where left_to_start > 0),
           'least', coalesce(min(left_to_start) filter (where left_to_start > 0), 0),
           'most', coalesce(max(left_to_start), 0)) as "toStart"
    from member group by 1 order by fold_name("group") nulls last, 1`;

interface FiguresRow extends Pick<CourseCurrent, 'title' | 'core'> {
  members: number;
  slug: string | null;
  /** Of those who have begun it. */
  counts: Partial<Counts>;
}

interface FilterChoices {
  modules: Pick<CourseCurrent, 'slug' | 'title'>[];
  groups: string[];
}

const NONE: Counts = {
  completed: 0,
  retake_due: 0,
  retake_overdue: 0,
  in_progress: 0,
  not_passed: 0,
  not_started: 0,
};

function withNotStarted(members: number, begun: Partial<Counts>): Counts {
  const counts = { ...NONE, ...begun };
  // Who has to take it again is among those who have completed it.
  counts.completed -= counts.retake_due + counts.retake_overdue;
  return { ...counts, not_started: members - membersOf(counts) };
}

/** Counting a large council takes longer than showing a page: its figures are counted once for several readers. */
@Injectable()
export class FiguresQueries {
  private readonly figures: Reused<Figures>;
  private readonly groups: Reused<GroupFigures[]>;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    this.figures = new Reused(clock, ({ members, modules }) => members * modules.length);
    this.groups = new Reused(clock, (groups) =>
      groups.reduce((sum, { finished, underWay, notStarted }) => sum + 5 * (finished + underWay + notStarted), 0),
    );
  }

  byModule({ module, group, search }: Whom): Promise<Figures> {
    return this.figures.get(JSON.stringify([module, group, search]), async () => {
      const rows = await this.source.query<FiguresRow[]>(FIGURES, [
        group || null,
        nameSearch(search),
        module || null,
        dayInLondon(this.clock.now()),
      ]);
      const members = rows[0]?.members ?? 0;
      const modules = rows
        .filter(({ slug }) => slug !== null)
        .map(({ slug, title, core, counts }) => ({
          slug: slug!,
          title,
          core,
          counts: withNotStarted(members, counts),
        }));
      return { members, modules, at: this.clock.now() };
    });
  }

  byGroup(): Promise<GroupFigures[]> {
    return this.groups.get('', () => this.source.query<GroupFigures[]>(GROUPS));
  }

  /** What the filter offers. Walks the index from group to group instead of reading every person. */
  async choices(): Promise<FilterChoices> {
    const [row] = await this.source.query<FilterChoices[]>(`
      with recursive g as (
        (select min(political_group) as name from person_current)
        union all
        select (select min(political_group) from person_current where political_group > g.name) from g where g.name is not null
      )
      select coalesce((select json_agg(name order by fold_name(name), name) from g where name is not null), '[]') as groups,
             coalesce((select json_agg(json_build_object('slug', slug, 'title', title) order by title, id)
                         from course_current where published_version_id is not null), '[]') as modules`);
    return row!;
  }
}
