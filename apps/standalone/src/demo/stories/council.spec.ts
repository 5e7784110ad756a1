import { CHAMPIONS, MEMBERS, PERSONAS, STAFF, STEERING_GROUP } from './council';

describe('the demo council', () => {
  it('has 81 members in five groups and twelve districts, each with a division of their own', () => {
    const different = (of: (typeof MEMBERS)[number][], key: 'email' | 'politicalGroup' | 'district' | 'division') =>
      new Set(of.map((person) => person[key])).size;
    expect(MEMBERS).toHaveLength(81);
    expect(different(MEMBERS, 'politicalGroup')).toBe(5);
    expect(different(MEMBERS, 'district')).toBe(12);
    expect(different(MEMBERS, 'division')).toBe(81);
    expect(different([...MEMBERS, ...STAFF], 'email')).toBe(85);
  });

  it('has a button for each kind of person', () => {
    const buttons = [...MEMBERS, ...STAFF].filter(({ persona }) => persona);
    expect(buttons).toHaveLength(Object.keys(PERSONAS).length + 5);
    expect(new Set(buttons.flatMap(({ roles }) => roles))).toEqual(
      new Set(['member', 'tester', 'officer', 'administrator', 'auditor', 'champion']),
    );
  });

  it('has one champion in each political group', () => {
    expect(new Set(CHAMPIONS.map((index) => MEMBERS[index]!.politicalGroup)).size).toBe(5);
  });

  it('has a steering group from every political group', () => {
    expect(new Set(STEERING_GROUP.map((index) => MEMBERS[index]!.politicalGroup)).size).toBe(5);
  });
});
