import { mayNudge } from './nudge.rules';

describe('a reminder by a champion', () => {
  it('is possible when something is open and nobody was reminded before', () => {
    expect(mayNudge({ open: 1, nudgedOn: null }, '2026-11-23')).toBe('now');
  });

  it('is never about nothing', () => {
    expect(mayNudge({ open: 0, nudgedOn: null }, '2026-11-23')).toBe('nothing');
    expect(mayNudge({ open: 0, nudgedOn: '2026-11-22' }, '2026-11-23')).toBe('nothing');
  });

  it.each([
    ['2026-11-23', { from: '2026-11-30' }],
    ['2026-11-17', { from: '2026-11-24' }],
    ['2026-11-16', 'now'],
    ['2025-01-01', 'now'],
  ] as const)('waits a week after the last one, of %s', (nudgedOn, expected) => {
    expect(mayNudge({ open: 2, nudgedOn }, '2026-11-23')).toEqual(expected);
  });
});
