import { takesOffice } from '@induct/people';
import { MEMBERS } from './council';
import { BODIES, BY_ELECTION, CHANGED_GROUP, PLANNING_BEFORE, POLLS, pollsOf, SEATED_ON } from './council-in-time';

describe('the demo council in time', () => {
  it('was elected on Thursdays, one of them a leap day', () => {
    for (const day of [...POLLS, BY_ELECTION.heldOn]) expect(new Date(`${day}T12:00:00Z`).getUTCDay()).toBe(4);
    expect(takesOffice(POLLS[0])).toBe('2017-05-08');
    expect(takesOffice(BY_ELECTION.heldOn)).toBe('2024-03-04');
  });

  it('has everybody in office since the last poll, and the by-election filled by somebody new', () => {
    for (const member of MEMBERS.keys()) expect(pollsOf(member)).toContain('2025-05-01');
    expect(pollsOf(BY_ELECTION.member)).toEqual(['2025-05-01']);
  });

  it('seats nobody twice, and nobody before they were in office', () => {
    expect(SEATED_ON > '2025-05-06').toBe(true);
    for (const { name, seats } of BODIES) {
      const members = seats.map(([member]) => member);
      expect({ name, seated: new Set(members).size }).toEqual({ name, seated: members.length });
      for (const member of members) expect(MEMBERS[member]).toBeDefined();
    }
    for (const member of [...PLANNING_BEFORE.members, CHANGED_GROUP.member])
      expect(pollsOf(member)).toContain('2021-05-06');
    expect(MEMBERS[CHANGED_GROUP.member]!.politicalGroup).not.toBe(CHANGED_GROUP.before);
  });
});
