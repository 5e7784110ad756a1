import { MEMBERS, PERSONAS } from './council';
import { type ModuleStory, programmeOf } from './history';

const CORE = ['code-of-conduct', ...Array.from({ length: 9 }, (_, at) => `core-${at}`)].map((slug, at) => ({
  slug,
  minutes: 14 + at,
}));
const PASS_MARK = 80;

const isDone = ({ visits }: ModuleStory) => visits.some(({ score }) => (score ?? 0) >= PASS_MARK);
const hasAll = (programme: readonly ModuleStory[], modules = CORE.length) =>
  programme.filter(isDone).length === modules;

describe('the history of the demo council', () => {
  const programmes = MEMBERS.map((_, member) => programmeOf(member, CORE));

  it('has members who finished, who are on the way, who failed so far and who have not begun', () => {
    const finished = programmes.filter((programme) => hasAll(programme)).length;
    const notBegun = programmes.filter(({ length }) => length === 0).length;
    const failed = programmes.filter((programme) => {
      const last = programme.at(-1);
      return last && !isDone(last) && last.visits.some(({ score }) => score !== undefined);
    }).length;
    expect({ finished, notBegun, failed, onTheWay: 81 - finished - notBegun - failed }).toEqual({
      finished: 32,
      notBegun: 24,
      failed: 4,
      onTheWay: 21,
    });
  });

  it('fits what the buttons of the sign-in page say', () => {
    expect(programmes[PERSONAS.newcomer.member]).toEqual([]);
    expect(programmes[PERSONAS.halfWay.member]!.at(-1)!.visits.at(-1)).toMatchObject({ reached: 0.5 });
    expect(hasAll(programmes[PERSONAS.certified.member]!)).toBe(true);
    const nearly = programmes[PERSONAS.nearlyThere.member]!;
    expect(hasAll(nearly, CORE.length - 1)).toBe(true);
    expect(nearly.map(({ slug }) => slug)).not.toContain('code-of-conduct');
  });

  it.each([1, 2, 10, 17])('goes forward in time, and leaves the last days to the present, with %i modules', (count) => {
    const modules = Array.from({ length: count }, (_, at) => ({ slug: `m-${at}`, minutes: 15 }));
    for (const member of MEMBERS.keys()) {
      const programme = programmeOf(member, modules);
      for (const { visits } of programme) {
        const days = visits.map(({ daysAgo }) => daysAgo);
        expect(days).toEqual(days.toSorted((a, b) => b - a));
        expect(days[0]).toBeLessThanOrEqual(178);
        expect(days.at(-1)).toBeGreaterThan(0);
      }
      const finished = hasAll(programme, count) ? programme.flatMap(({ visits }) => visits) : [];
      for (const { daysAgo } of finished) expect(daysAgo).toBeGreaterThan(10);
    }
  });
});
