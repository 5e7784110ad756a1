import { checkView } from './check.view';

const until = new Date('2026-11-22T14:47:00Z');
const letter = { email: 'amara@northmoor.example', code: '12345678', until, nextAt: undefined };
const nothing = { code: undefined, until: undefined };

it.each([
  ['on its way', { ...letter, isSent: true }],
  ['earlier ones', { ...letter, isSent: false, nextAt: until }],
  ['over', { ...letter, ...nothing, isSent: true }],
  ['none', { ...letter, ...nothing, isSent: false, nextAt: until }],
])('says what has become of the letter: %s', (state, check) => {
  expect(checkView(check).state).toBe(state);
});

it('shows the code in two halves, and none when no letter wants it', () => {
  expect(checkView({ ...letter, isSent: true }).code).toBe('1234 5678');
  expect(checkView({ ...letter, ...nothing, isSent: true }).code).toBeUndefined();
});

it('names a minute in which asking again is not too early', () => {
  const said = (nextAt: Date) => checkView({ ...letter, isSent: false, nextAt }).nextAt;
  expect(said(new Date('2026-11-22T14:47:00.001Z'))).toEqual(new Date('2026-11-22T14:48:00Z'));
  expect(said(until)).toEqual(until);
});
