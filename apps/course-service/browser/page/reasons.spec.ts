import { toOpenIt } from './reasons';

const title = (id: string) => `Lesson ${id}`;
const waits = (...activities: string[]) => ({ kind: 'waits', for: 'passed', activities }) as const;

it.each([
  [waits('1'), 'Pass “Lesson 1” first'],
  [waits('1', '2'), 'Pass “Lesson 1” and “Lesson 2” first'],
  [waits('1', '2', '3', '4'), 'Pass “Lesson 1”, “Lesson 2”, “Lesson 3” and “Lesson 4” first'],
  [waits('1', '2', '3', '4', '5'), 'Pass “Lesson 1”, “Lesson 2”, “Lesson 3” and 2 other parts first'],
  [{ ...waits('1'), for: 'finished' } as const, 'Finish “Lesson 1” first'],
  [{ kind: 'attempts', limit: 1 } as const, 'You have used your one try at this'],
  [{ kind: 'attempts', limit: 3 } as const, 'You have used your 3 tries at this'],
  [{ kind: 'duration' } as const, 'The time for this part is over'],
  [{ kind: 'begin', at: Date.UTC(2027, 6, 1, 8) } as const, 'This part opens on 1 July 2027 at 09:00'],
  [{ kind: 'end', at: Date.UTC(2027, 0, 31, 22, 59, 59) } as const, 'This part closed on 31 January 2027 at 22:59'],
  [undefined, undefined],
])('what opens a part is said in words: %j', (why, words) => expect(toOpenIt(why, title)).toBe(words));
