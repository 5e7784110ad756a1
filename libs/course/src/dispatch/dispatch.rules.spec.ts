import { stateOf } from './dispatch.rules';
import { isPass, passOf } from './pass.rules';
import { ancestorsOf, sitesOf } from './sites.rules';

const open = { revokedAt: null, isPublished: true, endsOn: '2026-11-22', mostLaunches: null, launches: 0 };

it('can be opened up to its last day and its last opening, unless somebody put an end to it', () => {
  expect(stateOf(open, '2026-11-22')).toBe('open');
  expect(stateOf(open, '2026-11-23')).toBe('over');
  expect(stateOf({ ...open, mostLaunches: 5, launches: 4 }, '2026-11-22')).toBe('open');
  expect(stateOf({ ...open, mostLaunches: 5, launches: 5 }, '2026-11-22')).toBe('full');
  expect(stateOf({ ...open, isPublished: false, mostLaunches: 1, launches: 1 }, '2026-11-23')).toBe('withdrawn');
  expect(stateOf({ ...open, isPublished: false, revokedAt: new Date() }, '2026-11-23')).toBe('revoked');
});

it('gives a pass that ends with the day after, and is no other dispatch’s', () => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const at = (day: string) => new Date(`2026-11-${day}T12:00:00Z`);
  const pass = passOf(key, at('22'));
  expect(pass).toMatch(/^[\w-]{43}$/);
  expect(['21', '22', '23', '24'].map((day) => isPass(pass, key, at(day)))).toEqual([false, true, true, false]);
  expect(isPass(pass, other, at('22'))).toBe(false);
  for (const wrong of ['', pass.slice(1), `${pass}x`, `${pass.slice(0, -1)}é`])
    expect(isPass(wrong, key, at('22'))).toBe(false);
});

it('reads websites as people type them, and nothing that would open more in a policy', () => {
  expect(sitesOf(' https://Learning.example.gov.uk/course/view?id=3\nlms.example ')).toEqual({
    sites: ['https://learning.example.gov.uk', 'https://lms.example'],
  });
  expect(sitesOf('')).toEqual({ sites: [] });
  for (const wrong of [
    'http://lms.example',
    '*',
    "'self'",
    'https:',
    'data:x',
    'javascript:1',
    'https://a@lms.example',
    'https://*.example',
  ])
    expect([wrong, sitesOf(wrong)]).toEqual([wrong, { problem: expect.stringContaining('must be an address') }]);
  expect(sitesOf('a.example b.example c.example d.example e.example f.example')).toHaveProperty('problem');
  expect(ancestorsOf([], true)).toBe("'self' https:");
  expect(ancestorsOf(['https://lms.example'], true)).toBe("'self' https://lms.example");
});
