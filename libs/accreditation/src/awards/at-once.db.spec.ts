import { Awarding } from '../../../../test/support/awarding';

const PEOPLE = 500;
/** Pairs of transactions that are under way together. */
const AT_ONCE = 4;

describe('five hundred people who meet their last two requirements at once', () => {
  let awarding: Awarding;
  beforeAll(async () => {
    awarding = await Awarding.begin();
  });
  afterAll(() => awarding?.end());

  it('have five hundred awards, one each, with a number each', async () => {
    const { given, database } = awarding;
    const courses = [await given.aPublishedCoreModule(), await given.aPublishedCoreModule('Personal safety')];
    const people = await Promise.all(Array.from({ length: PEOPLE }, (_, nth) => given.aMember(`Member ${nth}`)));
    const waiting = people.values();
    const inTurn = async () => {
      for (const person of waiting) {
        const bothWroteTheirResult = meeting(courses.length);
        await Promise.all(courses.map((course) => awarding.complete(person, course, bothWroteTheirResult)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
    const [counted] = await database.source.query(
      `select (select count(*)::int from award) as awards, (select count(distinct person_id)::int from award) as people,
              (select count(distinct number)::int from certificate) as numbers,
              (select count(*)::int from evidence) as evidence, (select count(*)::int from requirement) as requirements`,
    );
    expect(counted).toEqual({ awards: 500, people: 500, numbers: 500, evidence: 1000, requirements: 2 });
  }, 120_000);
});

/** Whoever comes waits for the others, so that neither sees what the other has written. */
function meeting(people: number): () => Promise<void> {
  let meet!: () => void;
  const all = new Promise<void>((resolve) => (meet = resolve));
  let here = 0;
  return () => {
    if (++here === people) meet();
    return all;
  };
}
