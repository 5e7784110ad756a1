import { againView } from './again.view';

const at = new Date('2026-11-22T14:32:00Z');

it('says why somebody is asked once more: for how they came in, or for how long ago', () => {
  expect(againView({ way: 'device', at }).why).toContain('This device is remembered');
  for (const way of ['letter', 'council'] as const) expect(againView({ way, at }).why).toContain('last 15 minutes');
});
