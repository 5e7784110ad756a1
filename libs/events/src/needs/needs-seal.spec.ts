import { randomBytes } from 'node:crypto';
import type { Needs } from './need-words';
import { openNeeds, sealNeeds } from './needs-seal';

const key = randomBytes(32);
const needs: Needs = { diets: ['vegan'], access: ['bsl'], more: 'Planted: Siân’s guide dog' };
const sealed = (said = needs, place = 'a') => sealNeeds(key, place, said, randomBytes(24));

it('is read again with the key, in its place', () => {
  expect(openNeeds(key, 'a', sealed())).toEqual(needs);
});

it('is read neither with another key, nor in another place, nor when a bit of it has changed', () => {
  const one = sealed();
  expect(openNeeds(randomBytes(32), 'a', one)).toBeUndefined();
  expect(openNeeds(key, 'b', one)).toBeUndefined();
  one[one.length - 1]! ^= 1;
  expect(openNeeds(key, 'a', one)).toBeUndefined();
  expect(openNeeds(key, 'a', Buffer.alloc(3))).toBeUndefined();
});

it('shows nothing of what it holds, not even its length', () => {
  const [short, long] = [sealed({ diets: [], access: [], more: 'a' }), sealed()];
  expect(long.length).toBe(short.length);
  expect(long.toString('latin1')).not.toContain('Planted');
  expect(sealed()).not.toEqual(sealed());
});
