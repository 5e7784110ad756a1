import { MEMBERS, PERSONAS } from './council';
import { storyOf } from './history';

const passed = (member: number) => storyOf(member).some(({ score }) => (score ?? 0) >= 80);

describe('the history of the demo council', () => {
  it('has members who finished, who are half-way, who failed so far and who have not begun', () => {
    const stories = MEMBERS.map((_, member) => storyOf(member));
    const finished = MEMBERS.filter((_, member) => passed(member)).length;
    const notBegun = stories.filter(({ length }) => length === 0).length;
    const failed = stories.filter((story, member) => !passed(member) && story.some(({ score }) => score)).length;
    expect({ finished, notBegun, failed, halfWay: 81 - finished - notBegun - failed }).toEqual({
      finished: 33,
      notBegun: 24,
      failed: 4,
      halfWay: 20,
    });
  });

  it('fits what the buttons of the sign-in page say', () => {
    expect(storyOf(PERSONAS.newcomer.member)).toEqual([]);
    expect(storyOf(PERSONAS.halfWay.member).at(-1)).toMatchObject({ reached: 0.5 });
    expect(passed(PERSONAS.certified.member)).toBe(true);
  });

  it('goes forward in time', () => {
    for (const member of MEMBERS.keys()) {
      const days = storyOf(member).map(({ daysAgo }) => daysAgo);
      expect(days).toEqual(days.toSorted((a, b) => b - a));
    }
  });
});
