import { SESSION_STATES } from '@induct/events';
import { leftBehind } from './left-behind';

const on = (...days: string[]) => days.map((day) => ({ on: day })) as never;

it('names what is over and was left as it was, from the day after its last', () => {
  const states = SESSION_STATES.map((state) => [state, leftBehind({ state, parts: on('2026-11-29') }, '2026-11-30')]);
  expect(states.filter(([, left]) => left)).toEqual([
    ['provisional', 'not confirmed'],
    ['confirmed', 'not said'],
  ]);
  const confirmed = { state: 'confirmed' as const };
  expect(leftBehind({ ...confirmed, parts: on('2026-11-28', '2026-11-30') }, '2026-11-30')).toBeUndefined();
  expect(leftBehind({ ...confirmed, parts: on() }, '2026-11-30')).toBeUndefined();
});
