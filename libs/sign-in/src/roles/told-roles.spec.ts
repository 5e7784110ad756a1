import { told } from './told';
import { roleChange, toldRoles } from './told-roles';

const rule = (claim: string, value: string, role: 'member' | 'tester', agreedBy: string | null = 'ruth') => ({
  claim,
  value,
  role,
  proposedBy: 'ada',
  agreedBy,
});

describe('what a token tells', () => {
  it('is what rules ask for, and nothing else is kept', () => {
    const claims = { sub: 'x', email: 'a@b.example', roles: ['Tester', 7, null], groups: 'one' };
    expect(told(claims, ['roles', 'groups', 'wids'])).toEqual({
      claims: { roles: ['Tester'], groups: ['one'] },
      omitted: [],
    });
  });

  it.each([
    ['elsewhere', { _claim_names: { groups: 'src1' } }],
    ['by a word of its own', { hasgroups: true }],
    ['by that word as text', { hasgroups: 'true' }],
  ])('says %s that groups were left out, where a rule asks for them', (_how, claims) => {
    expect(told(claims, ['groups', 'roles']).omitted).toEqual(['groups']);
    expect(told(claims, ['roles']).omitted).toEqual([]);
  });

  it('is no property of every object', () => {
    expect(told({}, ['constructor', '__proto__']).claims).toEqual({});
  });
});

describe('the roles that rules give', () => {
  const said = { claims: { roles: ['Tester', 'Member'] }, omitted: [] };

  it('follow from the same claim and the same words', () => {
    const rules = [
      rule('roles', 'Tester', 'tester'),
      rule('roles', 'tester', 'member'),
      rule('groups', 'Member', 'member'),
    ];
    expect(toldRoles(rules, said, 'mia')).toEqual([{ role: 'tester', alone: false }]);
  });

  it('were given alone only when no rule that gives them was agreed to, and they confirm', () => {
    const alone = [rule('roles', 'Tester', 'tester', null), rule('roles', 'Member', 'member', null)];
    expect(toldRoles(alone, said, 'mia')).toEqual([
      { role: 'member', alone: false },
      { role: 'tester', alone: true },
    ]);
    const two = [...alone, rule('roles', 'Member', 'tester')];
    expect(toldRoles(two, said, 'mia')).toContainEqual({ role: 'tester', alone: false });
  });

  it('are none for whoever made the rule without a second person', () => {
    expect(toldRoles([rule('roles', 'Member', 'member', null)], said, 'ada')).toEqual([]);
    expect(toldRoles([rule('roles', 'Member', 'member')], said, 'ada')).toEqual([{ role: 'member', alone: false }]);
  });
});

describe('a change by rules', () => {
  const tester = { role: 'tester' as const, alone: false };

  it('adds what is told, and remembers that a rule gave it', () => {
    expect(roleChange(['member'], [], [tester])).toEqual({ added: [tester], removed: [], byRule: ['tester'] });
  });

  it('takes only what a rule gave', () => {
    expect(roleChange(['member', 'tester'], ['tester'], [])).toEqual({ added: [], removed: ['tester'], byRule: [] });
    expect(roleChange(['member', 'tester'], [], [])).toEqual({ added: [], removed: [], byRule: [] });
  });

  it('leaves what was given here to those who gave it, though a rule says the same', () => {
    expect(roleChange(['tester'], [], [tester])).toEqual({ added: [], removed: [], byRule: [] });
  });

  it('forgets what somebody took away here, and gives it again while the rule says so', () => {
    expect(roleChange([], ['tester'], [])).toEqual({ added: [], removed: [], byRule: [] });
    expect(roleChange([], ['tester'], [tester])).toEqual({ added: [tester], removed: [], byRule: ['tester'] });
  });
});
