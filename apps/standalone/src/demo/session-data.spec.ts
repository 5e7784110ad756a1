import { sessionData } from './session-data';

const screens = ['welcome', 'principles', 'interests', 'complaints'];
const visit = { daysAgo: 3, hour: 20, minutes: 12 };

describe('what a visit of the demo reports', () => {
  it('is a bookmark at the last screen that was reached', () => {
    expect(sessionData({ ...visit, reached: 0.5 }, screens, 80, false)).toMatchObject({
      core: { lesson_location: 'principles', lesson_status: 'incomplete', session_time: '0000:12:00' },
      suspend_data: expect.stringContaining('"seen":["welcome","principles"]'),
    });
  });

  it('is passed or failed by the mark of the test alone', () => {
    const statusAt = (score: number) =>
      sessionData({ ...visit, reached: 1, score }, screens, 80, false).core['lesson_status'];
    expect([statusAt(70), statusAt(80)]).toEqual(['failed', 'passed']);
  });
});
