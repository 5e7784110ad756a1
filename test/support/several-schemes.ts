import { randomUUID } from 'node:crypto';
import { CORE_SKILLS, type Rule } from '@induct/accreditation';
import { CourseCompletedAgain } from '@induct/progress';
import { Announcements, Transactions } from '@induct/platform';
import { Awarding } from './awarding';

export type SeveralSchemes = Awaited<ReturnType<typeof severalSchemes>>;

/** Three schemes: core skills; planning, which asks for its award and one thing more; chair, which asks for its award alone. */
export async function severalSchemes() {
  const awarding = await Awarding.begin();
  const adopted = async (slug: string, rule: Rule, months: number | null): Promise<string> => {
    const [scheme, version] = [randomUUID(), randomUUID()];
    await awarding.database.source.query('insert into scheme (id, slug, name) values ($1, $2, $2)', [scheme, slug]);
    await awarding.database.source.query(
      `insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, renewal_opens_months, rule, state)
       values ($1, $2, 1, 'Edition 1', '2025-01-01', $3, $4, $5, 'adopted')`,
      [version, scheme, months, months && 2, JSON.stringify(rule)],
    );
    return scheme;
  };
  const requirementOf = async (course: string) => {
    const [row] = await awarding.database.source.query<{ id: string }[]>(
      'select requirement_id as id from way where course_id = $1',
      [course],
    );
    return row!.id;
  };
  const awardsOf = (person: string) =>
    awarding.database.source.query<{ slug: string; period: number; until: string | null; titles: string[] }[]>(
      `select s.slug, a.period, a.valid_until::text as until,
              array(select e ->> 'title' from jsonb_array_elements(a.evidence) e) as titles
         from award a join scheme s on s.id = a.scheme_id where a.person_id = $1 order by a.period, s.slug`,
      [person],
    );
  const takesAgain = async (person: string, course: string) => {
    await awarding.given.takesAgain(person, course, awarding.clock.now());
    await awarding.nest
      .get(Transactions)
      .run((tx) =>
        awarding.nest.get(Announcements).announce(tx, new CourseCompletedAgain(person, course, awarding.clock.now())),
      );
  };

  const [conduct, planningModule] = [
    await awarding.given.aPublishedCoreModule(),
    await awarding.given.aPublishedCoreModule('Planning for committee members'),
  ];
  await awarding.awards.considerOverdue();
  const planning = await requirementOf(planningModule);
  await awarding.database.source.query('update course set core = false where id = $1', [planningModule]);
  await awarding.awards.considerOverdue();
  await adopted('planning', { all: [{ award: CORE_SKILLS }, { need: planning }] }, 12);
  await adopted('chair', { all: [{ award: CORE_SKILLS }] }, null);
  return { awarding, conduct, planningModule, adopted, awardsOf, requirementOf, takesAgain };
}
