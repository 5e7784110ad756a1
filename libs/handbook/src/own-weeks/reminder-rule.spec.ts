import { daysLater } from '@induct/platform';
import { type DaysBefore, reminderOf } from './reminder-rule';

const DUE = '2025-05-28';

/** What somebody is told who is asked every day from so many days before. */
function told(from: number): [string, DaysBefore][] {
  const said: DaysBefore[] = [];
  const days: [string, DaysBefore][] = [];
  for (let day = -from; day <= 10; day++) {
    const today = daysLater(DUE, day);
    const reminder = reminderOf(DUE, said, { today, until: today });
    if (reminder === undefined) continue;
    said.push(reminder);
    days.push([today, reminder]);
  }
  return days;
}

describe('reminders of a step', () => {
  it('come 14 and 3 days before, and on the day', () => {
    expect(told(60)).toEqual([
      ['2025-05-14', 14],
      ['2025-05-25', 3],
      [DUE, 0],
    ]);
  });

  it('begin at once, and with the last one, for whoever comes late', () => {
    expect(told(9)).toEqual([
      ['2025-05-19', 14],
      ['2025-05-25', 3],
      [DUE, 0],
    ]);
    expect(told(2)).toEqual([
      ['2025-05-26', 3],
      [DUE, 0],
    ]);
  });

  it('say nothing of what is past', () => expect(told(-1)).toEqual([]));

  it('come early to whoever is asked once a week, and are not said again', () => {
    const week = { today: '2025-05-22', until: '2025-05-28' };
    expect(reminderOf(DUE, [14], week)).toBe(0);
    expect(reminderOf(DUE, [14, 0], { today: '2025-05-25', until: '2025-05-25' })).toBeUndefined();
  });
});
