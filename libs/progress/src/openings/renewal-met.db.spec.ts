import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { GivenCouncil } from '../../../../test/support/given-council';
import { publishedByRows } from '../../../../test/support/through-the-gate';

const day = (nth: number) => new Date(Date.UTC(2026, 0, 1 + nth, 10));
const dateOf = (nth: number) => day(nth).toISOString().slice(0, 10);

describe('renewals that are due', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  // A history of five modules that are renewed now and then, or go back to an older version, while twelve people complete them, again and again.
  it('are those that are not met by the rule, whatever has happened', async () => {
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
      if (random(20) === 0) {
        await publishedByRows(database.source, {
          courseId: course.id,
          versionId: versions[random(versions.length)]!,
          at: day(nth),
        });
      } else if (random(8) === 0) {
        const policy = (['retake', 'retake', 'note', 'nothing'] as const)[random(4)]!;
        const asked = policy === 'retake' ? { retakeBy: dateOf(nth + random(60)) } : {};
        const { versionId } = await given.isRenewed(course, { policy, changeNote: 'New.', ...asked }, day(nth));
        versions.push(versionId);
      } else if (!done.has(person)) {
        await given.aResult(person, course, { at: day(nth).toISOString(), completion: 'completed', done: true });
        done.add(person);
      } else {
        const versionId = versions[random(versions.length)]!;
        if (random(2) === 0) await given.isTakenAgain(person, versionId, day(nth));
        else {
          await given.isTakenAgain(person, versionId, null);
          await database.source.query('update attempt set completed_at = $1 where completed_at is null', [day(nth)]);
        }
      }
    }
    const rows = (condition: string) =>
      database.source.query<unknown[]>(
        `select r.publication_id, r.person_id from renewal r join publication p on p.id = r.publication_id
          where ${condition} order by 1, 2`,
      );
    const due = await rows('r.met_at is null');
    expect(due.length).toBeGreaterThan(10);
    expect((await rows('r.met_at is not null')).length).toBeGreaterThan(10);
    expect(due).toEqual(await rows('not completed_since(r.person_id, r.course_id, p.number, p.published_at)'));
  });
});
