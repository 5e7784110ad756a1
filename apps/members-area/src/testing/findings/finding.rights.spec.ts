import type { Role } from '@induct/people';
import type { FindingDetail } from '@induct/steering';
import { actsFor, mayReadFinding } from './finding.rights';

const finding = {
  authorId: 'ann',
  severity: 'blocking',
  state: 'open',
  settledAt: null,
  newerVersions: [{ id: 'v2', number: 2 }],
  roundTesters: ['ann', 'ben'],
  currentRound: { id: 'r', number: 2, state: 'open', versionId: 'v2', testers: ['ann', 'cleo'] },
} as unknown as FindingDetail;
const as = (id: string, ...roles: Role[]) => ({ id, roles });
const settled = { settledAt: new Date() };

describe('a finding', () => {
  it('is read by officers, its author, and the testers of its round and of the newest', () => {
    expect(mayReadFinding(finding, as('olive', 'officer'))).toBe(true);
    for (const id of ['ann', 'ben', 'cleo']) expect(mayReadFinding(finding, as(id, 'member', 'tester'))).toBe(true);
    expect(mayReadFinding(finding, as('dev', 'tester'))).toBe(false);
    expect(mayReadFinding(finding, as('ann', 'champion'))).toBe(false);
  });

  it('is answered, assigned and dealt with by officers', () => {
    const officer = as('olive', 'officer');
    expect(actsFor(finding, officer)).toEqual(['comment', 'answer', 'fixed', 'will-not-fix', 'assign']);
    expect(actsFor({ ...finding, newerVersions: [] }, officer)).not.toContain('fixed');
    expect(actsFor({ ...finding, state: 'fixed', ...settled }, officer)).toEqual(['comment']);
    expect(actsFor({ ...finding, severity: 'suggestion', state: 'fixed', ...settled }, officer)).toEqual([
      'comment',
      'fixed',
      'will-not-fix',
    ]);
  });

  it('belongs to its author', () => {
    expect(actsFor(finding, as('ann', 'tester'))).toEqual(['comment', 'severity', 'withdraw']);
    expect(actsFor({ ...finding, state: 'fixed' }, as('ann', 'tester')).slice(0, 2)).toEqual(['confirm', 'reopen']);
    expect(actsFor({ ...finding, state: 'withdrawn', ...settled }, as('ann', 'tester'))).toEqual(['reopen', 'comment']);
  });

  it('is confirmed by the testers of the newest round when its author is not among them', () => {
    const left = { ...finding, state: 'fixed' as const, authorId: 'zoe' };
    expect(actsFor(left, as('cleo', 'tester'))).toEqual(['confirm', 'reopen', 'comment']);
    expect(actsFor({ ...left, authorId: 'ann' }, as('cleo', 'tester'))).toEqual(['comment']);
    expect(actsFor(left, as('ben', 'tester'))).toEqual(['comment']);
  });
});
