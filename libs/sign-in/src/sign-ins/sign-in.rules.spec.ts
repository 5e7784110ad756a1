import type { Role } from '@induct/people';
import { signInState } from './sign-in.rules';

const now = new Date('2026-11-22T14:32:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const state = (createdMinutesAgo: number, seenMinutesAgo: number, ...roles: Role[]) =>
  signInState({ createdAt: ago(createdMinutesAgo), lastSeenAt: ago(seenMinutesAgo), roles }, now);

describe('a sign-in', () => {
  it('lasts two quiet hours for a member', () => {
    expect(state(300, 119, 'member')).toBe('live');
    expect(state(300, 120, 'member', 'tester')).toBe('idle');
  });

  it.each<Role>(['officer', 'administrator', 'auditor'])('lasts half a quiet hour for an %s', (role) => {
    expect(state(300, 29, role)).toBe('live');
    expect(state(300, 30, 'member', role)).toBe('over');
  });

  it('ends after twelve hours however busy', () => {
    expect(state(719, 0, 'member')).toBe('live');
    expect(state(720, 0, 'member')).toBe('over');
  });
});
