import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { GivenCouncil } from '../../../test/support/given-council';

const day = (nth: number) => new Date(Date.UTC(2026, 0, 1 + nth, 10));
const dateOf = (nth: number) => day(nth).toISOString().slice(0, 10);

describe('the retakes that are due', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  // A history of five modules that are renewed now and then, while twelve people complete them, again and again.
  it('are the same for everybody at once as for each person, whatever has happened', async () => {
    const given = new GivenCouncil(database.source);
    let draw = 20261126;
    const random = (below: number) => (draw = (draw * 48271) % 2147483647) % below;
    const people = await Promise.all(Array.from({ length: 12 }, () => given.aPerson()));
    const modules = await Promise.all(
      [1, 2, 3, 4, 5].map(async (nth) => {
        const course = await given.aModule({ title: `Module ${nth}` });
        return { course, versions: [course.versionId], done: new Set<string>() };
      }),
    );
    for (let nth = 0; nth < 150; nth += 1) {
      const { course, versions, done } = modules[random(modules.length)]!;
      const person = people[random(people.length)]!;
      if (random(8) === 0) {
        const policy = (['retake', 'retake', 'note', 'nothing'] as const)[random(4)]!;
        const asked = policy === 'retake' ? { retakeBy: dateOf(nth + random(60)) } : {};
        const { versionId } = await given.isRenewed(course, { policy, changeNote: 'New.', ...asked }, day(nth));
        versions.push(versionId);
      } else if (!done.has(person)) {
        await given.aResult(person, course, { at: day(nth).toISOString(), completion: 'completed', done: true });
        done.add(person);
      } else {
        await given.isTakenAgain(person, versions[random(versions.length)]!, day(nth));
      }
    }
    const atOnce = await database.source.query<unknown[]>(
      'select person_id, course_id, due_on::text from due_retake order by 1, 2',
    );
    const oneByOne = await database.source.query<unknown[]>(
      'select person_id, course_id, min(due_on)::text as due_on from due_renewal group by 1, 2 order by 1, 2',
    );
    expect(atOnce.length).toBeGreaterThan(10);
    expect(atOnce).toEqual(oneByOne);
  });
});
