import { forAuditorsView } from './for-auditors.view';

const none = {
  revoked: 0,
  suspended: 0,
  byHand: 0,
  waiting: 0,
  grantedAlone: 0,
  publishedByRound: 31,
  publishedWithout: 1,
  recordedAt: new Date('2026-11-22T14:32:00Z'),
  hasRegister: false,
};
const shown = (more: Partial<typeof none>) => {
  const { controls, small } = forAuditorsView({ ...none, ...more });
  return { controls: controls.map(({ what, count }) => `${what}: ${count}`), small: small.map(({ what }) => what) };
};

describe('what an auditor is told of how often somebody stepped in', () => {
  const OF_VERSIONS = ['Versions published with the testers’ sign-offs: 31', 'Versions published without them: 1'];

  it('shows what is of versions however few, and of people what is 5 or more', () => {
    expect(shown({ byHand: 5, revoked: 4, waiting: 12 })).toEqual({
      controls: [...OF_VERSIONS, 'Certificates issued by hand: 5', 'Changes that wait for a second person: 12'],
      small: ['Certificates suspended', 'Certificates revoked', 'Roles that one person gave alone'],
    });
  });

  it('names once what is below 5, nought too, without its figure', () => {
    const { controls, small } = shown({ revoked: 4 });
    expect(controls).toEqual(OF_VERSIONS);
    expect(small).toHaveLength(5);
    expect(JSON.stringify(forAuditorsView({ ...none, revoked: 4 }).small)).not.toContain('4');
  });

  it('has nothing to explain where everything can be shown', () => {
    expect(shown({ revoked: 5, suspended: 5, byHand: 5, waiting: 5, grantedAlone: 5 }).small).toEqual([]);
  });
});
