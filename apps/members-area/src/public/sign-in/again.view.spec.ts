import type { CameIn, Way } from '@induct/sign-in';
import { againView } from './again.view';

const came = (way: Way): CameIn => ({ way, at: new Date('2026-11-22T14:32:00Z') });
const view = (asks: unknown, way: Way = 'letter', has: { hasPasskey?: boolean; hasCouncil?: boolean } = {}) =>
  againView({ cameIn: came(way), asks, hasPasskey: true, hasCouncil: true, ...has });

it('says why somebody is asked once more: for how they came in, or for how long ago', () => {
  expect(view(undefined, 'device').why).toContain('This device is remembered');
  for (const way of ['letter', 'council'] as const) expect(view('fresh', way).why).toContain('last 15 minutes');
  expect(view('key').why).toContain('more than a letter');
  expect(view('made up').why).toBe(view('fresh').why);
});

it('offers what would be enough, and nothing else', () => {
  const offered = (asks: unknown, way?: Way) => {
    const { offersCouncil, offersLetter } = view(asks, way);
    return [offersCouncil && 'council', offersLetter && 'letter'].filter(Boolean);
  };
  expect(offered(undefined, 'device')).toEqual(['council', 'letter']);
  expect(offered('fresh')).toEqual(['letter']);
  expect(offered('key')).toEqual(['council']);
  expect(offered('fresh key')).toEqual([]);
  expect(view(undefined, 'device', { hasCouncil: false }).offersCouncil).toBe(false);
});

it('leads whoever has no passkey, and needs one, to where one is added', () => {
  expect([view('key', 'letter', { hasPasskey: false }).mustAddPasskey, view('key').mustAddPasskey]).toEqual([
    true,
    false,
  ]);
  expect(view('fresh', 'letter', { hasPasskey: false }).mustAddPasskey).toBe(false);
});
